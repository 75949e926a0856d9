package org.grappe.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;
import org.grappe.value.RegionRef;
import org.grappe.value.Slugs;
import org.grappe.value.Texts;

/** What the text of a query parameter says; it is {@link IllFormed} where it says nothing. */
final class ParameterText {
  /** In characters. */
  private static final int LONGEST = 200;

  private ParameterText() {}

  /**
   * What one parameter says that stands by itself.
   *
   * @throws org.grappe.problem.Problem {@code invalid-parameter} where it is ill-formed
   */
  static <T> T read(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllFormed illFormed) {
      throw Problems.parameter(name, illFormed.sentence(), illFormed.args());
    }
  }

  static Object plain(String text) {
    if (text.isBlank() || Texts.length(text) > LONGEST) {
      throw new IllFormed("parameter.text");
    }
    return text.strip();
  }

  static Object regionCode(String text) {
    if (!RegionRef.isCode(text.strip())) {
      throw new IllFormed("parameter.region", text);
    }
    return text.strip();
  }

  /** What is searched for: at least two letters or digits. */
  static String words(String text) {
    if (Texts.length(text) > LONGEST
        || text.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
      throw new IllFormed("parameter.q");
    }
    return text;
  }

  static UUID id(String text) {
    return Slugs.id(text).orElseThrow(() -> new IllFormed("parameter.id", text));
  }

  /** An id, or a slug as it stands. */
  static Object reference(String text) {
    if (Slugs.isSlug(text)) {
      return text;
    }
    return Slugs.id(text).orElseThrow(() -> new IllFormed("parameter.reference", text));
  }

  static Integer year(String text) {
    if (!text.matches("[0-9]{4}")) {
      throw new IllFormed("parameter.year", text);
    }
    return Integer.valueOf(text);
  }

  static Boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllFormed("parameter.boolean");
    };
  }

  static LocalDate day(String text) {
    try {
      return PartialDate.inRange(LocalDate.parse(text));
    } catch (DateTimeException impossible) {
      throw new IllFormed("parameter.day", text);
    }
  }

  static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      PartialDate.inRange(instant.atOffset(ZoneOffset.UTC).toLocalDate());
      return instant;
    } catch (DateTimeException impossible) {
      throw new IllFormed("parameter.instant", text);
    }
  }

  /** Some of these names, as they are spelled in Java or in an address. */
  static List<String> choices(String text, List<String> names) {
    List<String> chosen =
        Arrays.stream(text.split(",", -1))
            .map(word -> word.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
            .toList();
    if (!names.containsAll(chosen)) {
      throw new IllFormed("parameter.choice", String.join(", ", names));
    }
    return chosen;
  }
}
