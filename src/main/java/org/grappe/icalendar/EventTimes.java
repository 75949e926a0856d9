package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when an event begins and ends. */
final class EventTimes {
  private static final Pattern DURATION =
      Pattern.compile("(?i)\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(T(?:\\d{1,6}[HMS])+)?");
  private static final Pattern UTC_NAME =
      Pattern.compile("(?i)\\s*(Z|(etc/)?(utc|uct|gmt|zulu|universal|greenwich))\\s*");
  private static final ZoneId UTC = ZoneId.of("Etc/UTC");
  private static final int LAST_YEAR = 2200;

  private final RawComponent raw;
  private final FileZones zones;
  private final Moment start;

  /** When it begins and ends, in a zone. */
  record Times(LocalDate first, LocalDate last, LocalTime starts, LocalTime ends) {}

  /**
   * Begins the reading.
   *
   * @throws CalendarNote.Refusal where the beginning can't be told
   */
  EventTimes(RawComponent raw, FileZones zones) {
    this.raw = raw;
    this.zones = zones;
    ContentLine line = raw.first("DTSTART").orElseThrow(() -> new CalendarNote.Refusal("no-start"));
    this.start = moment(line, line.value());
  }

  /** A value of a line, its zone told where another may be meant. */
  Moment moment(ContentLine line, String value) {
    Moment read = read(line, value);
    String zone = line.parameter("TZID");
    if (Moment.tellsOffset(value) && !zone.isBlank() && !UTC_NAME.matcher(zone).matches()) {
      raw.notes().add(CalendarNote.of("zone-twice", line.number(), line.name(), zone));
    }
    if (Moment.isCut(line, value)) {
      Object taken = read.isDay() ? read.time().toLocalDate() : read.time();
      raw.notes().add(CalendarNote.of("taken-for", line.number(), line.name(), taken.toString()));
    }
    return read;
  }

  private Moment read(ContentLine line, String value) {
    return Moment.read(
        line,
        value,
        (name, at) -> {
          FileZones.Found found =
              zones
                  .of(name, at)
                  .orElseThrow(() -> new CalendarNote.Refusal("zone", name, line.number()));
          if (!found.sure()) {
            raw.notes()
                .add(CalendarNote.of("zone-taken", line.number(), name, found.zone().getId()));
          }
          return found.zone();
        });
  }

  /** When it begins by the clock of its own zone; null for whole days. */
  LocalTime local() {
    return start.isDay() ? null : start.time().toLocalTime();
  }

  /** The zone in which the event is told: its own or, in place of UTC, that of the calendar. */
  ZoneId zone(boolean recurs) {
    if (start.isFloating()) {
      int line = raw.first("DTSTART").orElseThrow().number();
      raw.notes().add(CalendarNote.of("floating", line, zones.usual().getId()));
    }
    if (start.zone() == null) {
      return zones.usual();
    }
    if (!start.isUtc()) {
      return isToldBackwards(start.zone(), recurs) ? UTC : start.zone();
    }
    return recurs || !start.isKeptIn(zones.usual()) || isToldBackwards(zones.usual(), recurs)
        ? UTC
        : zones.usual();
  }

  /** Whether the clock of a zone, put back in between, shows the end before the beginning. */
  private boolean isToldBackwards(ZoneId zone, boolean recurs) {
    Optional<ContentLine> line = raw.first("DTEND");
    if (recurs || line.isEmpty()) {
      return false;
    }
    try {
      Moment end = moment(line.get(), line.get().value());
      return end.zone() != null
          && (!end.isKeptIn(zone) || !end.in(zone).isAfter(start.in(zone)))
          && end.in(ZoneOffset.UTC).isAfter(start.in(ZoneOffset.UTC));
    } catch (CalendarNote.Refusal none) {
      return false;
    }
  }

  /** When it begins and ends in a zone; an end that is none is let go, and that is said. */
  Times in(ZoneId zone, boolean recurs) {
    LocalDateTime begins = start.in(zone);
    LocalDateTime plain = start.isDay() ? begins.plusDays(1) : begins;
    LocalDateTime ends = end(begins, zone, recurs).orElse(plain);
    LocalDate first = begins.toLocalDate();
    if (start.isDay()) {
      return new Times(first, ends.isAfter(begins) ? lastDay(ends) : first, null, null);
    }
    return ends.equals(begins)
        ? new Times(first, first, begins.toLocalTime(), null)
        : new Times(first, ends.toLocalDate(), begins.toLocalTime(), ends.toLocalTime());
  }

  private static LocalDate lastDay(LocalDateTime ends) {
    return ends.minusNanos(1).toLocalDate();
  }

  /** The first moment after it: by DTEND or, where that tells none, by DURATION. */
  private Optional<LocalDateTime> end(LocalDateTime begins, ZoneId zone, boolean recurs) {
    Optional<LocalDateTime> told = end("DTEND", begins, zone, recurs);
    Optional<LocalDateTime> lasting = end("DURATION", begins, zone, recurs);
    if (told.isPresent() && lasting.isPresent() && !told.equals(lasting)) {
      int line = raw.first("DURATION").orElseThrow().number();
      raw.notes().add(CalendarNote.of("end-twice", line, "DURATION"));
    }
    return told.or(() -> lasting);
  }

  /** What one line tells, unless that is no end or one before the beginning. */
  private Optional<LocalDateTime> end(
      String property, LocalDateTime begins, ZoneId zone, boolean recurs) {
    ContentLine line = raw.first(property).orElse(null);
    if (line == null) {
      return Optional.empty();
    }
    try {
      LocalDateTime end =
          property.equals("DTEND")
              ? moment(line, line.value()).in(zone)
              : after(begins, line, recurs ? null : zone);
      if (end.isBefore(begins) || end.getYear() > LAST_YEAR) {
        throw new CalendarNote.Refusal("end");
      }
      if (start.isDay() && !end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        String day = lastDay(end).toString();
        raw.notes().add(CalendarNote.of("taken-for", line.number(), property, day));
      }
      return Optional.of(end);
    } catch (CalendarNote.Refusal refused) {
      raw.notes().add(lost(line, refused.reason()));
      return Optional.empty();
    }
  }

  static CalendarNote lost(ContentLine line, CalendarNote why) {
    return CalendarNote.of("lost", line.number(), line.name(), why);
  }

  /**
   * The beginning and a duration.
   *
   * @param zone whose clock may jump meanwhile; null where it may not, as for a series
   */
  private static LocalDateTime after(LocalDateTime begins, ContentLine line, ZoneId zone) {
    Matcher matcher = DURATION.matcher(line.value().strip());
    boolean some = matcher.matches() && line.value().chars().anyMatch(Character::isDigit);
    if (!some) {
      throw Moment.unread(line, line.value());
    }
    Period days = Period.ofDays(7 * number(matcher.group(1)) + number(matcher.group(2)));
    try {
      Duration time =
          matcher.group(3) == null ? Duration.ZERO : Duration.parse("P" + matcher.group(3));
      LocalDateTime nominal = begins.plus(days).plus(time);
      if (zone == null || time.isZero()) {
        return nominal;
      }
      LocalDateTime exact = begins.plus(days).atZone(zone).plus(time).toLocalDateTime();
      return exact.isAfter(begins) ? exact : nominal;
    } catch (DateTimeException none) {
      throw Moment.unread(line, line.value());
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
