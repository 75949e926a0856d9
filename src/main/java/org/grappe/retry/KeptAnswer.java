package org.grappe.retry;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.grappe.format.Rendered;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * The first answer to a request that may be repeated.
 *
 * @param requestHash of the request's body
 * @param checkedRights what the caller had to be allowed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the driver gives and takes them
record KeptAnswer(
    byte[] requestHash,
    int status,
    String location,
    String link,
    String etag,
    byte[] body,
    String checkedRights) {

  /**
   * The answer to a retry.
   *
   * @throws Problem {@code idempotency-key-reused} where its body is another
   */
  Response again(byte[] hash) {
    if (!Arrays.equals(requestHash, hash)) {
      throw Problems.header(
          ProblemType.IDEMPOTENCY_KEY_REUSED, IdempotencyKey.HEADER, "idempotency-key-reused");
    }
    var answer = Response.status(status).header("Idempotent-Replayed", "true");
    if (body.length > 0) {
      answer.entity(new Rendered(body, etag));
    }
    if (location != null) {
      answer.header(HttpHeaders.LOCATION, location);
    }
    if (link != null) {
      answer.header(HttpHeaders.LINK, link);
    }
    return answer.build();
  }
}
