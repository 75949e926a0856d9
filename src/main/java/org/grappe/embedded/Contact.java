package org.grappe.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Whom to tell of a vulnerability; a text that programs cannot follow would be told to nobody. */
final class Contact {
  private Contact() {}

  static void check(String text) {
    if (!isAddress(text)) {
      throw new Refusal("start.contact", text);
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
        case "mailto" -> uri.getSchemeSpecificPart().matches("[^@]+@[^@]+");
        case "https" -> uri.getHost() != null;
        default -> false;
      };
    } catch (URISyntaxException illFormed) {
      return false;
    }
  }
}
