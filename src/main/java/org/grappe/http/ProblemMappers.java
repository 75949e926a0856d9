package org.grappe.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.grappe.caller.CurrentRequest;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever is thrown while a request is served into problem details. */
@ApplicationScoped
public class ProblemMappers {
  private final ProblemAnswers answers;
  private final Diagnosis diagnosis;
  private final Routes routes;
  private final CurrentRequest request;

  ProblemMappers(
      ProblemAnswers answers, Diagnosis diagnosis, Routes routes, CurrentRequest request) {
    this.answers = answers;
    this.diagnosis = diagnosis;
    this.routes = routes;
    this.request = request;
  }

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return answers.of(problem);
  }

  @ServerExceptionMapper
  public Response noRoute(NotFoundException nothing) {
    if (routes.methods(request.path()).refuse(request.method())) {
      return notAllowed();
    }
    return answers.of(Problems.of(ProblemType.NOT_FOUND, "not-found.path", request.path()));
  }

  @ServerExceptionMapper
  public Response notAllowed(NotAllowedException refused) {
    return notAllowed();
  }

  private Response notAllowed() {
    String allowed = routes.methods(request.path()).allowed();
    return answers.of(
        Problems.of(ProblemType.METHOD_NOT_ALLOWED, "method-not-allowed", request.method(), allowed)
            .with(HttpHeaders.ALLOW, allowed));
  }

  @ServerExceptionMapper
  public Response unsupported(NotSupportedException refused) {
    PathMethods methods = routes.methods(request.path());
    String taken = methods.taken(request.method()).orElse("");
    Problem problem =
        Problems.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", taken);
    methods.taken().forEach(problem::with);
    return answers.of(problem);
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    return answers.of(status >= 500 ? diagnosis.unforeseen(refused) : Problems.ofStatus(status));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthenticated(SecurityException unknown) {
    return answers.of(Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated"));
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException refused) {
    return answers.of(Problems.of(ProblemType.FORBIDDEN, "forbidden"));
  }

  /** Anything else, what the database refused among it. */
  @ServerExceptionMapper
  public Response other(Throwable thrown) {
    return answers.of(diagnosis.of(thrown));
  }
}
