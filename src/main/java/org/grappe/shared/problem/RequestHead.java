package org.grappe.shared.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/** How large an address and the headers of a request may be, and what an address may hold. */
final class RequestHead {
  static final int LONGEST_URI = 8 * 1024;
  static final int LARGEST_HEADERS = 16 * 1024;

  /** What a line of the headers has beside name and value: a colon, a space, CR and LF. */
  private static final int LINE = 4;

  private RequestHead() {}

  static Optional<Problem> fault(HttpServerRequest request) {
    if (request.uri().length() > LONGEST_URI) {
      return Optional.of(Problems.of(ProblemType.URI_TOO_LONG, "uri-too-long", LONGEST_URI));
    }
    if (size(request) > LARGEST_HEADERS) {
      return Optional.of(
          Problems.of(ProblemType.HEADERS_TOO_LARGE, "headers-too-large", LARGEST_HEADERS));
    }
    return Addresses.isReadable(request.uri())
        ? Optional.empty()
        : Optional.of(Problems.malformed("address.ill-formed"));
  }

  private static int size(HttpServerRequest request) {
    int size = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      size += header.getKey().length() + header.getValue().length() + LINE;
    }
    return size;
  }
}
