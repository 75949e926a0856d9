package org.grappe.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** How long the address and the headers of a request may be, in bytes. */
final class HeadSize {
  private static final int LONGEST_URI = 8 * 1024;
  private static final int LARGEST_HEADERS = 16 * 1024;

  /** What a line of the headers has beside name and value: a colon, a space, CR and LF. */
  private static final int LINE = 4;

  private HeadSize() {}

  static Optional<Problem> fault(HttpServerRequest request) {
    if (request.uri().length() > LONGEST_URI) {
      return Optional.of(Problems.of(ProblemType.URI_TOO_LONG, "uri-too-long", LONGEST_URI));
    }
    return size(request) > LARGEST_HEADERS
        ? Optional.of(
            Problems.of(ProblemType.HEADERS_TOO_LARGE, "headers-too-large", LARGEST_HEADERS))
        : Optional.empty();
  }

  private static int size(HttpServerRequest request) {
    int size = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      size += header.getKey().length() + header.getValue().length() + LINE;
    }
    return size;
  }
}
