package org.grappe.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Refuses bodies that are compressed or otherwise encoded (RFC 9110, 15.5.16), once the address is
 * well.
 */
@Provider
@Priority(BodyCoding.AFTER_THE_ADDRESS)
public class BodyCoding implements ContainerRequestFilter {
  static final int AFTER_THE_ADDRESS = Priorities.USER + 1;

  private static final String NONE = "identity";

  @Override
  public void filter(ContainerRequestContext request) {
    String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (coding != null
        && request.getMethod().matches("POST|PATCH")
        && !coding.strip().equalsIgnoreCase(NONE)) {
      throw Problems.header(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              HttpHeaders.CONTENT_ENCODING,
              "content-encoding.unknown",
              coding)
          .with(HttpHeaders.ACCEPT_ENCODING, NONE);
    }
  }
}
