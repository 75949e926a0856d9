package org.grappe.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom to tell of a vulnerability; a text that programs cannot follow would be told to nobody (RFC
 * 9116).
 */
final class Contact {
  private Contact() {}

  static Optional<Refusal> fault(String text) {
    return isAddress(text)
        ? Optional.empty()
        : Optional.of(Refusal.mistyped("start.contact", text));
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
        case "mailto" -> uri.getSchemeSpecificPart().matches("[^@]+@[^@]+");
        case "https" -> uri.getHost() != null;
        // for all the world (RFC 3966)
        case "tel" -> uri.getSchemeSpecificPart().matches("\\+[0-9().-]*[0-9][0-9().-]*");
        default -> false;
      };
    } catch (URISyntaxException illFormed) {
      return false;
    }
  }
}
