package org.grappe.event.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what one component tells of an event, or of one occurrence. */
final class EventReading {
  private static final Pattern DURATION =
      Pattern.compile("\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(T(?:\\d{1,6}[HMS])+)?");
  private static final int LONGEST_UID = 255;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_VENUE = 400;
  private static final int LONGEST_URL = 2000;

  private final RawComponent raw;
  private final ZoneId usual;
  private final List<CalendarNote> notes = new ArrayList<>();

  /**
   * Begins the reading.
   *
   * @param usual the zone of times that have none
   */
  EventReading(RawComponent raw, ZoneId usual) {
    this.raw = raw;
    this.usual = usual;
  }

  /** When it begins and ends, in a zone. */
  private record Times(LocalDate first, LocalDate last, LocalTime starts, LocalTime ends) {}

  List<CalendarNote> notes() {
    return List.copyOf(notes);
  }

  /**
   * What the component tells.
   *
   * @throws CalendarNote.Refusal where it can't be taken
   */
  CalendarEvent event() {
    refuseWhatIsNotTaken();
    Moment start = start();
    boolean recurs = raw.has("RRULE");
    ZoneId zone = start.isDay() || start.zone() == null ? usual : start.zone();
    if (start.isUtc()) {
      zone = recurs ? ZoneId.of("Etc/UTC") : usual;
    }
    if (start.isFloating()) {
      notes.add(CalendarNote.of("floating", zone.getId()));
    }
    Times times = times(start, zone);
    return new CalendarEvent(
        raw.text("UID"),
        sequence(),
        null,
        modified(),
        shortened("SUMMARY", LONGEST_NAME),
        shortened("DESCRIPTION", LONGEST_TEXT),
        times.first(),
        times.last(),
        times.starts(),
        times.ends(),
        zone,
        recurs ? raw.value("RRULE") : null,
        exceptions(zone),
        List.of(),
        isCancelled(),
        shortened("LOCATION", LONGEST_VENUE),
        null,
        url(),
        List.of(),
        null,
        List.of());
  }

  /** What the component tells of one occurrence of a series. */
  CalendarEvent.Change occurrence(CalendarEvent series) {
    RawComponent.Line id = raw.first("RECURRENCE-ID").orElseThrow();
    if (!id.parameter("RANGE").isEmpty()) {
      throw new CalendarNote.Refusal("range");
    }
    Moment start = start();
    Times times = times(start, series.zone());
    return new CalendarEvent.Change(
        Moment.read(id, id.value()).in(series.zone()).toLocalDate(),
        times.first(),
        times.last(),
        times.starts(),
        times.ends(),
        raw.has("LOCATION") ? shortened("LOCATION", LONGEST_VENUE) : series.venue(),
        isCancelled());
  }

  private void refuseWhatIsNotTaken() {
    String uid = raw.text("UID");
    if (uid == null || uid.length() > LONGEST_UID) {
      throw new CalendarNote.Refusal(uid == null ? "no-uid" : "uid");
    }
    if (raw.text("SUMMARY") == null) {
      throw new CalendarNote.Refusal("no-name");
    }
    if (raw.value("CLASS").matches("(?i)PRIVATE|CONFIDENTIAL")) {
      throw new CalendarNote.Refusal("private");
    }
    if (raw.has("RDATE") || raw.has("EXRULE") || raw.all("RRULE").size() > 1) {
      throw new CalendarNote.Refusal("rule");
    }
  }

  private Moment start() {
    RawComponent.Line line =
        raw.first("DTSTART").orElseThrow(() -> new CalendarNote.Refusal("no-start"));
    return Moment.read(line, line.value());
  }

  private Times times(Moment start, ZoneId zone) {
    LocalDateTime begins = start.in(zone);
    LocalDateTime ends = end(start, begins, zone);
    if (ends.isBefore(begins)) {
      throw new CalendarNote.Refusal("end");
    }
    if (start.isDay()) {
      LocalDate last = ends.isAfter(begins) ? ends.minusNanos(1).toLocalDate() : null;
      return new Times(
          begins.toLocalDate(), last == null ? begins.toLocalDate() : last, null, null);
    }
    return new Times(
        begins.toLocalDate(),
        ends.toLocalDate(),
        begins.toLocalTime(),
        ends.equals(begins) ? null : ends.toLocalTime());
  }

  /** The first moment after it; for a whole day the beginning of the next one. */
  private LocalDateTime end(Moment start, LocalDateTime begins, ZoneId zone) {
    if (raw.has("DTEND")) {
      RawComponent.Line line = raw.first("DTEND").orElseThrow();
      return Moment.read(line, line.value()).in(zone);
    }
    if (!raw.has("DURATION")) {
      return start.isDay() ? begins.plusDays(1) : begins;
    }
    Matcher matcher = DURATION.matcher(raw.value("DURATION"));
    if (!matcher.matches()) {
      throw new CalendarNote.Refusal(
          "moment", "DURATION", CalendarText.line(raw.value("DURATION")));
    }
    Period days = Period.ofDays(7 * number(matcher.group(1)) + number(matcher.group(2)));
    Duration time = matcher.group(3) == null ? Duration.ZERO : duration("P" + matcher.group(3));
    return begins.plus(days).atZone(zone).plus(time).toLocalDateTime();
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException none) {
      throw new CalendarNote.Refusal("moment", "DURATION", text);
    }
  }

  private List<LocalDate> exceptions(ZoneId zone) {
    return raw.all("EXDATE").stream()
        .flatMap(
            line ->
                Arrays.stream(line.value().split(","))
                    .filter(value -> !value.isBlank())
                    .map(value -> Moment.read(line, value).in(zone).toLocalDate()))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isCancelled() {
    return raw.value("STATUS").equalsIgnoreCase("CANCELLED");
  }

  private String shortened(String property, int most) {
    String text = raw.text(property);
    if (text == null || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    notes.add(CalendarNote.of("shortened", property, most));
    return text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** A web address; what else stands there is told and let go. */
  private String url() {
    String url = raw.value("URL");
    if (url.isEmpty()) {
      return null;
    }
    if (url.matches("(?i)https?://\\S+") && url.length() <= LONGEST_URL) {
      return url;
    }
    notes.add(CalendarNote.of("url"));
    return null;
  }

  private long sequence() {
    return raw.value("SEQUENCE").matches("\\d{1,9}") ? Long.parseLong(raw.value("SEQUENCE")) : 0;
  }

  /** When it was changed last; what says so ill says nothing. */
  private Instant modified() {
    try {
      return raw.first("LAST-MODIFIED")
          .or(() -> raw.first("DTSTAMP"))
          .map(line -> Moment.read(line, line.value()).in(ZoneOffset.UTC).toInstant(ZoneOffset.UTC))
          .orElse(Instant.EPOCH);
    } catch (CalendarNote.Refusal ill) {
      return Instant.EPOCH;
    }
  }
}
