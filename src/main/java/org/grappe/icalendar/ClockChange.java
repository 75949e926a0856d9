package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What clocks do, each time alike: an observance of RFC 5545 (section 3.6.5). */
record ClockChange(ZoneOffset from, ZoneOffset to, boolean summer) {
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder().appendOffset("+HHMMss", "+0000").toFormatter(Locale.ROOT);

  /** The lines of an observance that begins at each of these local times. */
  Stream<String> on(List<LocalDateTime> onsets) {
    Stream<String> again =
        onsets.stream().skip(1).map(onset -> "RDATE:" + MomentLines.TIME.format(onset));
    return lines(onsets.get(0), again);
  }

  /** The lines of an observance that begins then, and again by a rule. */
  Stream<String> by(String rule, LocalDateTime start) {
    return lines(start, Stream.of("RRULE:" + rule));
  }

  private Stream<String> lines(LocalDateTime start, Stream<String> again) {
    String kind = summer ? "DAYLIGHT" : "STANDARD";
    Stream<String> head =
        Stream.of(
            "BEGIN:" + kind,
            "DTSTART:" + MomentLines.TIME.format(start),
            "TZOFFSETFROM:" + OFFSET.format(from),
            "TZOFFSETTO:" + OFFSET.format(to));
    return Stream.of(head, again, Stream.of("END:" + kind)).flatMap(lines -> lines);
  }
}
