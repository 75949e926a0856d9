package org.grappe.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * What a request asks for (RFC 9112, 3.2). One spelling of a path is served, so that what counts,
 * admits, logs and answers a request all read the same.
 */
final class RequestTarget {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)https?://(?<authority>[^/?#]*)(?:[/?].*)?");

  /** The page about the API finds its parts from here, and so has a slash at its end. */
  private static final Set<String> FOLDERS = Set.of("/", "/docs/", "/docs/guides/");

  private RequestTarget() {}

  static Optional<Problem> fault(HttpServerRequest request) {
    String target = request.uri();
    if (target.startsWith("/") || target.equals("*")) {
      return Optional.empty();
    }
    Matcher absolute = ABSOLUTE.matcher(target);
    return absolute.matches() && Hosts.isWellFormed(absolute.group("authority"))
        ? Optional.empty()
        : Optional.of(Problems.malformed("target.ill-formed"));
  }

  /** A path that another spelling would name too leads nowhere. */
  static Optional<Problem> detour(RoutingContext context) {
    String path = context.request().path();
    boolean isOther = path.endsWith("/") && !FOLDERS.contains(path);
    return path.equals(context.normalizedPath()) && path.indexOf(';') < 0 && !isOther
        ? Optional.empty()
        : Optional.of(Problems.of(ProblemType.NOT_FOUND, "not-found.path", path));
  }
}
