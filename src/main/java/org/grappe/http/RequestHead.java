package org.grappe.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** What the first lines of a request must be like, whatever it asks for. */
public final class RequestHead {
  /**
   * Those of RFC 9110 but CONNECT, which is for proxies, PATCH (RFC 5789), and QUERY, which is
   * registered, too: no address takes it, which is not that nobody knows it.
   */
  public static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

  /** The headers with one value that the service reads. */
  private static final List<String> ONCE =
      List.of("Authorization", "Content-Type", "Content-Length", "Idempotency-Key", "Origin");

  private static final List<Function<HttpServerRequest, Optional<Problem>>> CHECKS =
      List.of(
          HeadSize::fault,
          RequestHead::version,
          RequestHead::method,
          RequestHead::names,
          Hosts::fault,
          RequestHead::repeated,
          RequestTarget::fault,
          RequestHead::escapes,
          Framing::fault);

  private RequestHead() {}

  /** The first thing that is wrong. */
  static Optional<Problem> fault(RoutingContext context) {
    if (PlainHead.is(context)) {
      return Optional.empty();
    }
    HttpServerRequest request = context.request();
    return Stream.concat(
            CHECKS.stream().map(check -> check.apply(request)),
            Stream.of(context).map(RequestTarget::detour))
        .flatMap(Optional::stream)
        .findFirst();
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
}
