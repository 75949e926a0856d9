package org.grappe.webhook;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook is sent to: {@code https}, a host and what the request asks it for. The host is a
 * name with a dot, or an address in its one usual spelling; no user, no fragment.
 *
 * @param host as certificates name it, an IPv6 address without brackets
 * @param target path and query
 */
record ReceiverAddress(boolean secure, String host, int port, String target) {
  private static final int HTTPS = 443;
  private static final int FIRST_FREE_PORT = 1024;
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,2000}");

  /**
   * What a text says, if it may.
   *
   * @param loopback whether this machine may be meant, and http spoken with it
   */
  static Optional<ReceiverAddress> of(String text, boolean loopback) {
    if (!VISIBLE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return of(new URI(text), loopback);
    } catch (URISyntaxException illFormed) {
      return Optional.empty();
    }
  }

  private static Optional<ReceiverAddress> of(URI uri, boolean loopback) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    String host = uri.getHost();
    if (!(secure || (loopback && scheme.equals("http")))
        || host == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !ReceiverHost.isOne(host.toLowerCase(Locale.ROOT), loopback)
        || !isPort(uri, secure)) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? (secure ? HTTPS : 80) : uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String plain = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    return Optional.of(new ReceiverAddress(secure, plain, port, path + query));
  }

  /** Not those of other services: mail, databases of old. */
  private static boolean isPort(URI uri, boolean secure) {
    int port = uri.getPort();
    boolean isWritten = uri.getRawAuthority().endsWith(":" + port);
    return port < 0
        ? !uri.getRawAuthority().endsWith(":")
        : isWritten && ((port == HTTPS && secure) || (port >= FIRST_FREE_PORT && port <= 65_535));
  }

  /** The address that the host is, where it is no name. */
  Optional<InetAddress> literal() {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(host, bytes));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An IPv4 address that is written as one of IPv6: Java takes it for what it has inside. */
  boolean isMapped() {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    return bytes != null
        && host.indexOf(':') >= 0
        && literal().orElseThrow().getAddress().length == 4;
  }

  /** As the header {@code Host} has it. */
  String authority() {
    String named = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == (secure ? HTTPS : 80) ? named : named + ":" + port;
  }
}
