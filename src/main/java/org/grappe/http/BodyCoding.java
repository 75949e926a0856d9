package org.grappe.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Refuses bodies that are compressed or otherwise encoded (RFC 9110, 15.5.16). */
@Provider
public class BodyCoding implements ContainerRequestFilter {
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
