package org.grappe.shared.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.grappe.shared.web.Routes;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever is thrown while a request is served into problem details. */
@ApplicationScoped
public class ProblemMappers {
  private final ProblemAnswers answers;
  private final Diagnosis diagnosis;
  private final Routes routes;
  private final UriInfo uri;

  ProblemMappers(ProblemAnswers answers, Diagnosis diagnosis, Routes routes, UriInfo uri) {
    this.answers = answers;
    this.diagnosis = diagnosis;
    this.routes = routes;
    this.uri = uri;
  }

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return answers.of(problem);
  }

  @ServerExceptionMapper
  public Response noRoute(NotFoundException nothing) {
    return answers.of(
        Problems.of(ProblemType.NOT_FOUND, "not-found.path", uri.getRequestUri().getRawPath()));
  }

  @ServerExceptionMapper
  public Response notAllowed(NotAllowedException refused) {
    return answers.of(
        Problems.of(ProblemType.METHOD_NOT_ALLOWED, "method-not-allowed")
            .with(HttpHeaders.ALLOW, routes.allowed(uri.getRequestUri().getPath())));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException refused) {
    ProblemType type = ProblemType.byStatus(refused.getResponse().getStatus());
    return answers.of(
        type.status() >= 500 ? diagnosis.unforeseen(refused) : Problems.of(type, type.slug()));
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
