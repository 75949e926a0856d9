package org.grappe.icalendar;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.value.WebAddress;

/** Addresses of the web as people paste them into calendars. */
final class PastedAddress {
  private static final Pattern PARTS =
      Pattern.compile("(?is)(https?)://([^/?#]+)([/?#].*)?", Pattern.DOTALL);
  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final int LONGEST = 2000;

  private PastedAddress() {}

  /** The address, what may not stand in one encoded; empty where it is none of the web. */
  static Optional<String> of(String text) {
    Matcher parts = PARTS.matcher(text.strip());
    if (text.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    String rest = parts.group(3) == null ? "" : parts.group(3);
    try {
      String address = parts.group(1) + "://" + host(parts.group(2)) + encoded(rest);
      boolean fits = new URI(address).getHost() != null && address.length() <= LONGEST;
      return fits && WebAddress.Check.is(address) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static String host(String text) {
    return text.chars().allMatch(c -> c < 0x80) ? text : IDN.toASCII(text);
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    boolean fragment = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean illegal =
          c <= ' '
              || c == 0x7F
              || "\"<>\\^`{|}[]".indexOf(c) >= 0
              || (c == '#' && fragment)
              || Character.isSpaceChar(c)
              || Character.isISOControl(c);
      fragment = fragment || c == '#';
      String character = Character.toString(c);
      encoded.append(illegal ? escaped(character) : character);
    }
    return NO_ESCAPE.matcher(encoded).replaceAll("%25");
  }

  private static String escaped(String character) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
      escaped.append("%%%02X".formatted(octet));
    }
    return escaped.toString();
  }
}
