package org.grappe.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.grappe.caller.CurrentRequest;
import org.grappe.problem.Messages;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemBody;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Makes the answer that tells a problem to this caller. */
@ApplicationScoped
public class ProblemAnswers {
  /** The media type of every problem. */
  public static final String TYPE = "application/problem+json";

  private final HttpHeaders headers;
  private final CurrentRequest request;
  private final ObjectMapper mapper;

  ProblemAnswers(HttpHeaders headers, CurrentRequest request, ObjectMapper mapper) {
    this.headers = headers;
    this.request = request;
    this.mapper = mapper;
  }

  /** What is wrong, in the caller's language. */
  public String detail(Problem problem) {
    return detail(problem, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The same in the language of such a header. */
  public String detail(Problem problem, String acceptLanguage) {
    Messages wording = Messages.of(acceptLanguage);
    return problem.faults().isEmpty()
        ? wording.say(problem.key(), problem.args())
        : wording.say(problem.faults().get(0).key(), problem.faults().get(0).args());
  }

  /** The answer, in the caller's language. */
  public Response of(Problem problem) {
    Messages wording = Messages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var response =
        Response.status(problem.type().status())
            .type(TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, wording.tag())
            .entity(ProblemBody.of(problem, wording, request.path()).json(mapper));
    problem.headers().forEach(response::header);
    request.tell(problem.key());
    forgetWriter();
    return response.build();
  }

  /** What was about to be answered is not: who was to write that does not write the problem. */
  private static void forgetWriter() {
    ResteasyReactiveRequestContext context = CurrentRequestManager.get();
    if (context != null) {
      context.setEntityWriter(null);
    }
  }
}
