package org.grappe.value;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How records are named in addresses: by id, or by a slug that can never be taken for an id. */
public final class Slugs {
  /** 2 to 64 characters. */
  public static final String SHAPE = "(?=.{2,64}$)[a-z0-9]+(-[a-z0-9]+)*";

  private static final Pattern SLUG = Pattern.compile(SHAPE);
  private static final Pattern ID =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  private Slugs() {}

  public static boolean isSlug(String text) {
    return SLUG.matcher(text).matches() && !ID.matcher(text).matches();
  }

  /** The id that the text is, if it is one. */
  public static Optional<UUID> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
