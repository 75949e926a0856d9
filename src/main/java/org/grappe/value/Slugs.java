package org.grappe.value;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How records are named in addresses: by id, or by a slug that can never be taken for an id. */
public final class Slugs {
  /** How many characters it has at most; at least 2. */
  public static final int LONGEST = 64;

  /** What it looks like, but for its length. */
  public static final String WORDS = "^[a-z0-9]+(-[a-z0-9]+)*$";

  /** The same with its length. */
  public static final String SHAPE = "(?=.{2,64}$)[a-z0-9]+(-[a-z0-9]+)*";

  private static final Pattern SLUG = Pattern.compile(SHAPE);
  private static final int ID_LENGTH = 36;

  private Slugs() {}

  public static boolean isSlug(String text) {
    return SLUG.matcher(text).matches() && !isId(text);
  }

  /** Whether it is either. */
  public static boolean isKey(String text) {
    return isSlug(text) || isId(text);
  }

  /** Whether it is an id: 32 hexadecimal digits and four hyphens, where they belong. */
  public static boolean isId(String text) {
    if (text.length() != ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < ID_LENGTH; i++) {
      boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (isHyphen ? c != '-' : c > 'f' || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The id that the text is, if it is one. */
  public static Optional<UUID> id(String text) {
    return isId(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
