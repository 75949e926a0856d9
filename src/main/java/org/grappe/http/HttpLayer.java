package org.grappe.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.grappe.caller.CurrentRequest;
import org.grappe.problem.Messages;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemBody;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Problem details for what goes wrong before a resource is found. */
@Singleton
class HttpLayer {
  private final ObjectMapper mapper;
  private final Diagnosis diagnosis;

  HttpLayer(ObjectMapper mapper, Diagnosis diagnosis) {
    this.mapper = mapper;
    this.diagnosis = diagnosis;
  }

  /** Answers a head that cannot be meant; whether it is one. */
  boolean refuse(RoutingContext context) {
    Optional<Problem> fault = RequestHead.fault(context);
    fault.ifPresentOrElse(problem -> answer(context, problem), () -> Semicolons.read(context));
    return fault.isPresent();
  }

  /** Tells what went wrong. */
  void fail(RoutingContext context) {
    if (context.failure() instanceof AuthenticationFailedException) {
      answer(context, Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated"));
    } else if (context.failure() != null && !isRefusal(context)) {
      answer(context, diagnosis.of(context.failure()));
    } else if (context.statusCode() >= 400) {
      answer(context, refused(context));
    } else {
      context.next();
    }
  }

  /** The router refuses some heads before any filter sees them. */
  private static boolean isRefusal(RoutingContext context) {
    return context.failure() instanceof VertxException && context.statusCode() < 500;
  }

  private static Problem refused(RoutingContext context) {
    return RequestHead.fault(context).orElseGet(() -> Problems.ofStatus(context.statusCode()));
  }

  private void answer(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    Messages wording = Messages.of(context.request().getHeader("Accept-Language"));
    String path = String.valueOf(context.request().path());
    problem.headers().forEach(context.response()::putHeader);
    if ("close".equals(context.response().headers().get("Connection"))) {
      // where this body ends isn't known, so what follows it can't be read
      context.addEndHandler(sent -> context.request().connection().close());
    }
    CurrentRequest.tell(context, problem.key());
    context
        .response()
        .setStatusCode(problem.type().status())
        .putHeader("Content-Type", ProblemAnswers.TYPE)
        .putHeader("Content-Language", wording.tag())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Accept-Language, Authorization")
        .end(Buffer.buffer(ProblemBody.of(problem, wording, path).json(mapper)));
  }
}
