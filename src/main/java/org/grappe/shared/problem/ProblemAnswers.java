package org.grappe.shared.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Makes the answer that tells a problem to this caller. */
@ApplicationScoped
public class ProblemAnswers {
  /** The media type of every problem. */
  public static final String TYPE = "application/problem+json";

  private final HttpHeaders headers;
  private final UriInfo uri;

  ProblemAnswers(HttpHeaders headers, UriInfo uri) {
    this.headers = headers;
    this.uri = uri;
  }

  /** The answer, in the caller's language. */
  public Response of(Problem problem) {
    Wording wording = Wording.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var response =
        Response.status(problem.type().status())
            .type(TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, wording.tag())
            .entity(ProblemBody.of(problem, wording, uri.getRequestUri().getRawPath()));
    if (problem.type() == ProblemType.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"grappe\"");
    }
    problem.headers().forEach(response::header);
    return response.build();
  }
}
