package org.grappe.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.grappe.value.Texts;

/**
 * What single properties of a component say of an event. A value that is none is noted and let go.
 */
final class EventProperties {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_VENUE = 400;

  private final RawComponent raw;

  EventProperties(RawComponent raw) {
    this.raw = raw;
  }

  String name() {
    return shortened("SUMMARY", LONGEST_NAME);
  }

  String description() {
    return shortened("DESCRIPTION", LONGEST_TEXT);
  }

  String venue() {
    return shortened("LOCATION", LONGEST_VENUE);
  }

  private String shortened(String property, int most) {
    String text = raw.text(property);
    if (text == null || Texts.length(text) <= most) {
      return text;
    }
    int line = raw.first(property).orElseThrow().number();
    raw.notes().add(CalendarNote.of("shortened", line, property, most));
    return Texts.first(text, most);
  }

  /** A web address; null where none is told. */
  String url() {
    Optional<String> url = raw.first("URL").flatMap(line -> PastedAddress.of(line.value()));
    if (url.isEmpty()) {
      raw.first("URL").ifPresent(line -> raw.notes().add(CalendarNote.of("url", line.number())));
    }
    return url.orElse(null);
  }

  boolean isPrivate() {
    return word("CLASS", "PUBLIC|PRIVATE|CONFIDENTIAL").matches("PRIVATE|CONFIDENTIAL");
  }

  boolean isCancelled() {
    if (raw.value("STATUS").equalsIgnoreCase("CANCELED")) {
      int line = raw.first("STATUS").orElseThrow().number();
      raw.notes().add(CalendarNote.of("taken-for", line, "STATUS", "CANCELLED"));
      return true;
    }
    return word("STATUS", "TENTATIVE|CONFIRMED|CANCELLED").equals("CANCELLED");
  }

  /** How often it was changed. */
  long sequence() {
    String number = word("SEQUENCE", "\\d{1,9}");
    return number.isEmpty() ? 0 : Long.parseLong(number);
  }

  /** A value in upper case that is one of these. */
  private String word(String property, String words) {
    String word = raw.value(property).toUpperCase(Locale.ROOT);
    if (word.isEmpty() || word.matches(words)) {
      return word;
    }
    raw.notes().add(raw.first(property).orElseThrow().unread());
    return "";
  }

  /** When it was changed last; what says so ill says nothing. */
  Instant modified() {
    return instant("LAST-MODIFIED")
        .or(() -> instant("DTSTAMP"))
        .map(time -> time.toInstant(ZoneOffset.UTC))
        .orElse(Instant.EPOCH);
  }

  private Optional<LocalDateTime> instant(String property) {
    Optional<LocalDateTime> read = raw.first(property).flatMap(ContentLine::localTime);
    if (read.isEmpty()) {
      raw.first(property).ifPresent(line -> raw.notes().add(line.unread()));
    }
    return read;
  }
}
