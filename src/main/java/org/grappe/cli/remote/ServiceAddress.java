package org.grappe.cli.remote;

import java.net.URI;
import java.util.Set;
import org.grappe.cli.terminal.Failure;

/**
 * Where a service is.
 *
 * @param base without a slash at its end, and without {@code /api/v1}
 */
record ServiceAddress(String base) {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** As people write it: with or without the path of the interface. */
  static ServiceAddress of(String text) {
    try {
      URI uri = URI.create(text.strip());
      if (uri.getScheme() == null
          || !SCHEMES.contains(uri.getScheme())
          || uri.getHost() == null
          || uri.getUserInfo() != null
          || uri.getRawQuery() != null) {
        throw Failure.usage("url.shape", text);
      }
      return new ServiceAddress(uri.toString().replaceFirst("(/api/v1)?/*$", ""));
    } catch (IllegalArgumentException illFormed) {
      throw Failure.usage("url.shape", text);
    }
  }

  URI of(Target target) {
    return URI.create(base + "/api/v1" + target.text());
  }

  /** Whether others on the way can read what is said. */
  boolean isInTheClear() {
    URI uri = URI.create(base);
    return uri.getScheme().equals("http") && !LOOPBACK.contains(uri.getHost());
  }
}
