package org.grappe.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.grappe.shared.web.CurrentRequest;

/** Problem details for what goes wrong before a resource is found. */
@ApplicationScoped
public class HttpLayer {
  private static final int BEFORE_ALL = 10_000;
  private final ObjectMapper mapper;
  private final Diagnosis diagnosis;

  HttpLayer(ObjectMapper mapper, Diagnosis diagnosis) {
    this.mapper = mapper;
    this.diagnosis = diagnosis;
  }

  void refuseUnreadableHeads(@Observes Filters filters) {
    filters.register(
        context ->
            RequestHead.fault(context.request())
                .ifPresentOrElse(problem -> answer(context, problem), context::next),
        BEFORE_ALL);
  }

  void tellFailures(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    if (context.failure() instanceof AuthenticationFailedException) {
      answer(context, Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated"));
    } else if (context.failure() != null) {
      answer(context, diagnosis.of(context.failure()));
    } else if (context.statusCode() >= 400) {
      ProblemType type = ProblemType.byStatus(context.statusCode());
      answer(context, Problems.of(type, type.slug()));
    } else {
      context.next();
    }
  }

  private void answer(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    Wording wording = Wording.of(context.request().getHeader("Accept-Language"));
    String path = String.valueOf(context.request().path());
    problem.headers().forEach(context.response()::putHeader);
    CurrentRequest.tell(context, problem.key());
    context
        .response()
        .setStatusCode(problem.type().status())
        .putHeader("Content-Type", ProblemAnswers.TYPE)
        .putHeader("Content-Language", wording.tag())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "Accept-Language, Authorization")
        .end(json(ProblemBody.of(problem, wording, path)));
  }

  private String json(ProblemBody body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
