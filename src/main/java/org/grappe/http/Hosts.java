package org.grappe.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * The host that a request is for (RFC 9112, 3.2): told once and well-formed. HTTP/1.0 need not tell
 * it. Narrower than RFC 3986: no name in use has escapes or the signs that mean something in links.
 */
final class Hosts {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|[A-Za-z0-9._~-]{1,255})(?::(?<port>[0-9]*))?");

  private static final int MOST_DIGITS = 5;
  private static final int HIGHEST_PORT = 65_535;

  private Hosts() {}

  static Optional<Problem> fault(HttpServerRequest request) {
    List<String> told = request.headers().getAll(HttpHeaderNames.HOST);
    if (told.size() > 1) {
      return Optional.of(fault("host.several"));
    }
    String host = told.isEmpty() ? "" : told.get(0).strip();
    if (host.isEmpty()) {
      return request.version() == HttpVersion.HTTP_1_1
          ? Optional.of(fault("host.missing"))
          : Optional.empty();
    }
    return isWellFormed(host) ? Optional.empty() : Optional.of(fault("host.ill-formed"));
  }

  private static Problem fault(String key) {
    return Problems.header(ProblemType.MALFORMED_REQUEST, "Host", key);
  }

  /** A name or an address, perhaps with a port; nobody's name or password before it. */
  static boolean isWellFormed(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    return parts.matches()
        && (parts.group("v6") == null || NetUtil.isValidIpV6Address(parts.group("v6")))
        && isPort(parts.group("port"));
  }

  private static boolean isPort(String digits) {
    return digits == null
        || digits.isEmpty()
        || (digits.length() <= MOST_DIGITS && Integer.parseInt(digits) <= HIGHEST_PORT);
  }
}
