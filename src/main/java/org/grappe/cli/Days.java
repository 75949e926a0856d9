package org.grappe.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.grappe.cli.terminal.Failure;

/** Days and instants as they are typed. */
final class Days {
  private Days() {}

  /** An instant, or that at which a day begins here. */
  static Instant instant(String text) {
    try {
      return text.contains("T")
          ? ZonedDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException illFormed) {
      throw Failure.usage("day.shape", text);
    }
  }
}
