package org.grappe.retry;

import jakarta.ws.rs.core.HttpHeaders;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** By what a caller says that a request is the one before again. */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private IdempotencyKey() {}

  /**
   * That of a request; null where it has none.
   *
   * @throws Problem {@code malformed-request} where it has more than 200 characters, or some beyond
   *     visible ASCII
   */
  static String of(HttpHeaders headers) {
    String key = headers.getHeaderString(HEADER);
    if (key != null && !key.matches("[\\x21-\\x7e ]{1,200}")) {
      throw Problems.header(ProblemType.MALFORMED_REQUEST, HEADER, "idempotency-key.ill-formed");
    }
    return key;
  }
}
