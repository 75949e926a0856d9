package org.grappe.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.grappe.value.Ascii;

/**
 * Most heads, of which one look tells that nothing is wrong with them: short, of letters, digits
 * and few signs, and with nothing said twice. What is not plain may be right all the same, as
 * {@link RequestHead} finds by its rules one by one.
 */
final class PlainHead {
  private static final int LONGEST_URI = 2_000;
  private static final int LARGEST_HEADERS = 4_000;
  private static final int LONGEST_LENGTH = 9;

  /** The headers that are told once at most, in the places of their bits. */
  private static final List<String> ONCE =
      List.of(
          "Host", "Authorization", "Content-Type", "Content-Length", "Idempotency-Key", "Origin");

  private static final int HOST = 1;
  private static final String SIGNS_OF_ADDRESSES = "/_.~?=&,:-";

  private PlainHead() {}

  static boolean is(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.version() == HttpVersion.HTTP_1_1
        && RequestHead.METHODS.contains(request.method().name())
        && isAddress(request.uri())
        && isUsual(request)
        && RequestTarget.detour(context).isEmpty();
  }

  private static boolean isAddress(String uri) {
    return uri.length() <= LONGEST_URI
        && uri.startsWith("/")
        && !uri.startsWith("//")
        && Ascii.isOf(uri, SIGNS_OF_ADDRESSES);
  }

  private static boolean isUsual(HttpServerRequest request) {
    int told = 0;
    int size = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey();
      String value = header.getValue();
      size += name.length() + value.length();
      int bit = bit(name);
      boolean isOdd =
          name.isEmpty()
              || name.equalsIgnoreCase("Transfer-Encoding")
              || (name.equalsIgnoreCase("Content-Length") && !isLength(value))
              || (bit == HOST && !isHost(value));
      if (isOdd || (told & bit) != 0) {
        return false;
      }
      told |= bit;
    }
    return size <= LARGEST_HEADERS && (told & HOST) != 0;
  }

  private static boolean isLength(String value) {
    return value.length() <= LONGEST_LENGTH && Ascii.isNumber(value);
  }

  private static int bit(String name) {
    for (int i = 0; i < ONCE.size(); i++) {
      if (name.equalsIgnoreCase(ONCE.get(i))) {
        return 1 << i;
      }
    }
    return 0;
  }

  /** A name or an IPv4 address, perhaps with a port below 60,000. */
  private static boolean isHost(String value) {
    int colon = value.indexOf(':');
    String name = colon < 0 ? value : value.substring(0, colon);
    String port = colon < 0 ? "" : value.substring(colon + 1);
    return !name.isEmpty()
        && name.length() <= 255
        && Ascii.isOf(name, ".-")
        && port.length() <= 5
        && (port.length() < 5 || port.charAt(0) < '6')
        && Ascii.isNumber(port);
  }
}
