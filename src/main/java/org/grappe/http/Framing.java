package org.grappe.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Where a body ends: told by its length, or in chunks that nothing else is wrapped around. */
final class Framing {
  /** In bytes. */
  private static final long LARGEST_BODY = 1L << 30;

  private Framing() {}

  static Optional<Problem> fault(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    String coding = String.join(",", codings);
    // blanks around it are what is left of a line that was folded (RFC 9112, 5.2)
    if (!coding.equals(coding.strip())) {
      return closing(Problems.malformed("header.folded"));
    }
    if (!codings.isEmpty() && !coding.equalsIgnoreCase("chunked")) {
      return closing(Problems.of(ProblemType.NOT_IMPLEMENTED, "transfer-encoding.unknown"));
    }
    String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > LARGEST_BODY
        ? closing(Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", LARGEST_BODY))
        : Optional.empty();
  }

  private static Optional<Problem> closing(Problem problem) {
    return Optional.of(problem.with("Connection", "close"));
  }
}
