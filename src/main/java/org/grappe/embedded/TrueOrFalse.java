package org.grappe.embedded;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads a setting that is on or off; Quarkus would take each word that it does not know for off.
 */
final class TrueOrFalse implements Converter<Boolean> {
  private static final long serialVersionUID = 1L;

  /** What the message of a configuration has in it where this refused a value. */
  static final String REFUSED = "neither true nor false";

  /** Before that of Quarkus. */
  static final int PRIORITY = 1000;

  @Override
  public Boolean convert(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "true", "yes", "y", "on", "1" -> true;
      case "false", "no", "n", "off", "0" -> false;
      default -> throw new IllegalArgumentException(REFUSED);
    };
  }
}
