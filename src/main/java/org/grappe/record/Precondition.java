package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** {@code If-Match}: nobody changes a version that they have not read (RFC 9110, 13.1.1). */
@ApplicationScoped
public class Precondition {
  private final HttpHeaders headers;

  Precondition(HttpHeaders headers) {
    this.headers = headers;
  }

  /**
   * Lets a write pass only if the caller has read this version.
   *
   * @throws Problem {@code precondition-required} without the header, {@code stale-version} with
   *     another version's
   */
  void check(long version) {
    String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.isBlank()) {
      throw Problems.header(ProblemType.PRECONDITION_REQUIRED, "If-Match", "precondition-required");
    }
    if (!EntityTags.of(given).matchStrongly(tag -> names(tag, version))) {
      throw Problems.header(ProblemType.STALE_VERSION, "If-Match", "stale-version");
    }
  }

  /** The hash in a tag tells how the version was shown, which no write asks for. */
  private static boolean names(String tag, long version) {
    return tag.startsWith("\"" + version + "-");
  }
}
