package org.grappe.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** What the first lines of a request must be like, whatever it asks for. */
public final class RequestHead {
  /** Those of RFC 9110 but CONNECT, which is for proxies, and PATCH (RFC 5789). */
  public static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  /** The headers with one value that the service reads. */
  private static final List<String> ONCE =
      List.of("Authorization", "Content-Type", "Content-Length", "Idempotency-Key", "Origin");

  static final int LONGEST_URI = 8 * 1024;
  static final int LARGEST_HEADERS = 16 * 1024;
  static final long LARGEST_BODY = 1L << 30;

  /** What a line of the headers has beside name and value: a colon, a space, CR and LF. */
  private static final int LINE = 4;

  private static final List<Function<HttpServerRequest, Optional<Problem>>> CHECKS =
      List.of(
          RequestHead::length,
          RequestHead::version,
          RequestHead::method,
          RequestHead::names,
          Hosts::fault,
          RequestHead::repeated,
          RequestTarget::fault,
          RequestHead::escapes,
          RequestHead::framing);

  private RequestHead() {}

  /** The first thing that is wrong. */
  static Optional<Problem> fault(RoutingContext context) {
    HttpServerRequest request = context.request();
    return Stream.concat(
            CHECKS.stream().map(check -> check.apply(request)),
            Stream.of(context).map(RequestTarget::detour))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Problem> length(HttpServerRequest request) {
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

  /** None is known where the first line names neither 1.0, 1.1 nor, in frames, 2. */
  private static Optional<Problem> version(HttpServerRequest request) {
    return request.version() == null
        ? Optional.of(Problems.malformed("version.unknown"))
        : Optional.empty();
  }

  private static Optional<Problem> method(HttpServerRequest request) {
    HttpMethod method = request.method();
    return METHODS.contains(method.name())
        ? Optional.empty()
        : Optional.of(Problems.of(ProblemType.NOT_IMPLEMENTED, "method.unknown", method.name()));
  }

  private static Optional<Problem> names(HttpServerRequest request) {
    return request.headers().contains("")
        ? Optional.of(Problems.malformed("header.nameless").with("Connection", "close"))
        : Optional.empty();
  }

  /** Which of two would count is anybody's guess, and a proxy's may be another. */
  private static Optional<Problem> repeated(HttpServerRequest request) {
    return ONCE.stream()
        .filter(name -> request.headers().getAll(name).size() > 1)
        .findFirst()
        .map(name -> Problems.header(ProblemType.MALFORMED_REQUEST, name, "header.repeated", name));
  }

  private static Optional<Problem> escapes(HttpServerRequest request) {
    return Addresses.isReadable(request.uri())
        ? Optional.empty()
        : Optional.of(Problems.malformed("address.ill-formed"));
  }

  /** Where a body ends: told by its length, or in chunks that nothing else is wrapped around. */
  private static Optional<Problem> framing(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    String coding = String.join(",", codings);
    // blanks around it are what is left of a line that was folded (RFC 9112, 5.2)
    if (!coding.equals(coding.strip())) {
      return Optional.of(Problems.malformed("header.folded").with("Connection", "close"));
    }
    if (!codings.isEmpty() && !coding.equalsIgnoreCase("chunked")) {
      return Optional.of(
          Problems.of(ProblemType.NOT_IMPLEMENTED, "transfer-encoding.unknown")
              .with("Connection", "close"));
    }
    String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > LARGEST_BODY
        ? Optional.of(
            Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", LARGEST_BODY)
                .with("Connection", "close"))
        : Optional.empty();
  }
}
