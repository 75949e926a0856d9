package org.grappe.shared.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.grappe.shared.web.Routes;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever is thrown while a request is served into problem details. */
@ApplicationScoped
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private final ProblemAnswers answers;
  private final DatabaseProblems database;
  private final Routes routes;
  private final UriInfo uri;

  ProblemMappers(ProblemAnswers answers, DatabaseProblems database, Routes routes, UriInfo uri) {
    this.answers = answers;
    this.database = database;
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
    return type.status() >= 500 ? unforeseen(refused) : answers.of(Problems.of(type, type.slug()));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthenticated(SecurityException unknown) {
    return answers.of(Problems.of(ProblemType.UNAUTHENTICATED, "unauthenticated"));
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException refused) {
    return answers.of(Problems.of(ProblemType.FORBIDDEN, "forbidden"));
  }

  @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
  public Response stale(RuntimeException lost) {
    return answers.of(
        Problems.header(ProblemType.STALE_VERSION, HttpHeaders.IF_MATCH, "stale-version"));
  }

  /** What the database refused, however deep in the causes it lies; anything else is our fault. */
  @ServerExceptionMapper
  public Response other(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return answers.of(problem);
      }
      if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
        return stale((RuntimeException) cause);
      }
      if (cause instanceof java.sql.SQLException refused) {
        var problem = database.of(refused);
        if (problem.isPresent()) {
          return answers.of(problem.get());
        }
      }
    }
    return unforeseen(thrown);
  }

  private Response unforeseen(Throwable thrown) {
    LOG.error("A request failed for no fault of its own", thrown);
    return answers.of(Problems.of(ProblemType.INTERNAL_ERROR, "internal-error"));
  }
}
