package org.grappe.people;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts of a document somebody wrote as words, and which mean something to the service. */
final class WrittenTexts {
  private static final Set<String> ADDRESSES = Set.of("url", "website");

  /** By these something is found again, or worked out: where they look so. */
  private static final Map<String, Pattern> KEYS =
      Map.of(
          "slug", Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+"),
          "region", Pattern.compile("[0-9A-Z]{2,3}"),
          "timezone", Pattern.compile("[A-Z]{1,4}|\\w++(?:/[\\w+-]++)++"),
          "recurrence", Pattern.compile("(RRULE:)?[A-Z]+=.*"),
          "currency", Pattern.compile("[A-Z]{3}"));

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
          "type",
          "types");

  private static final Pattern CHOICE = Pattern.compile("[A-Z]++(?:_[A-Z]++)*+");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private WrittenTexts() {}

  static boolean isAddress(String member) {
    return ADDRESSES.contains(member);
  }

  /** Whether a text is no words but a key, or one of the words of a list. */
  static boolean isNoWords(String member, String text) {
    return (KEYS.containsKey(member) && KEYS.get(member).matcher(text).matches())
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
