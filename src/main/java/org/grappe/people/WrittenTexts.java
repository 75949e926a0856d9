package org.grappe.people;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts of a document somebody wrote as words, and which mean something to the service. */
final class WrittenTexts {
  private static final Set<String> ADDRESSES = Set.of("url", "website");

  /** By these something is found again, or worked out. */
  private static final Set<String> KEYS =
      Set.of("slug", "region", "timezone", "recurrence", "currency");

  /** These have a word of a list, in some records; where they have not, it is not in capitals. */
  private static final Set<String> CHOICES =
      Set.of(
          "kind",
          "role",
          "status",
          "scope",
          "nature",
          "qualifier",
          "metric",
          "origin",
          "covers",
          "decision",
          "end_reason",
          "endReason",
          "action",
          "type");

  private static final Pattern CHOICE = Pattern.compile("[A-Z]+(_[A-Z]+)*");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private WrittenTexts() {}

  static boolean isAddress(String member) {
    return ADDRESSES.contains(member);
  }

  /** Whether a text is no words but a key, or one of the words of a list. */
  static boolean isNoWords(String member, String text) {
    return KEYS.contains(member)
        || ID.matcher(text).matches()
        || (CHOICES.contains(member) && CHOICE.matcher(text).matches());
  }

  /** Whether a name is in an address, written as it is or in figures. */
  static boolean isIn(String address, PersonName name) {
    return !name.takenOutOf(address).equals(address)
        || !name.takenOutOf(decoded(address)).equals(decoded(address));
  }

  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noFigures) {
      return address;
    }
  }
}
