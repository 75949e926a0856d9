package org.grappe.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.grappe.value.PartialDate;
import org.grappe.value.Slugs;
import org.grappe.value.Texts;
import org.grappe.value.Violations;

/** Reads the single values of a body that are written as texts. */
final class ScalarTexts {
  private ScalarTexts() {}

  /** The value, or null after a fault. */
  static Object read(String text, Class<?> type, String at, Violations violations) {
    if (type == String.class) {
      return Texts.showsNothing(text) ? Scalars.wrong(at, "field.blank", violations) : text;
    }
    if (type.isEnum()) {
      return Choices.named(text, type)
          .orElseGet(() -> Scalars.wrong(at, "type.choice", violations, Choices.of(type)));
    }
    if (type == UUID.class) {
      return Slugs.id(text)
          .<Object>map(id -> id)
          .orElseGet(() -> Scalars.wrong(at, "type.id", violations));
    }
    try {
      return time(text, type);
    } catch (DateTimeException impossible) {
      return Scalars.wrong(at, sentence(type), violations, text);
    }
  }

  private static Object time(String text, Class<?> type) {
    if (type == PartialDate.class) {
      return new PartialDate(text);
    }
    if (type == LocalDate.class) {
      return PartialDate.inRange(LocalDate.parse(text));
    }
    if (type == LocalTime.class) {
      return toTheSecond(LocalTime.parse(text));
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    throw new IllegalStateException("no reader for " + type.getSimpleName());
  }

  /** Finer times are no one's appointment. */
  private static LocalTime toTheSecond(LocalTime time) {
    if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new DateTimeException("finer than a second");
    }
    return time;
  }

  /** The key of the sentence that says how it is written. */
  private static String sentence(Class<?> type) {
    return type == PartialDate.class
        ? "type.partial-date"
        : type == LocalTime.class ? "type.time" : "type.date";
  }
}
