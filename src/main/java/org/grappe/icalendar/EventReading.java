package org.grappe.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.grappe.value.Texts;

/** Reads what one component tells of an event, or of one occurrence. */
final class EventReading {
  private static final int LONGEST_UID = 255;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_VENUE = 400;

  private final RawComponent raw;
  private final FileZones zones;
  private final Predicate<String> isRule;

  EventReading(RawComponent raw, FileZones zones, Predicate<String> isRule) {
    this.raw = raw;
    this.zones = zones;
    this.isRule = isRule;
  }

  /**
   * What the component tells.
   *
   * @throws CalendarNote.Refusal where it can't be taken
   */
  CalendarEvent event() {
    refuseWhatIsNotTaken();
    EventTimes read = new EventTimes(raw, zones);
    String rule = new EventRule(raw, isRule).read(read.local());
    ZoneId zone = read.zone(rule != null);
    EventTimes.Times times = read.in(zone, rule != null);
    return CalendarEventBuilder.builder()
        .uid(uid())
        .sequence(sequence())
        .modified(modified())
        .name(shortened("SUMMARY", LONGEST_NAME))
        .description(shortened("DESCRIPTION", LONGEST_TEXT))
        .startsOn(times.first())
        .endsOn(times.last())
        .startTime(times.starts())
        .endTime(times.ends())
        .zone(zone)
        .rule(rule)
        .exceptions(rule == null ? exceptionsOfNothing() : exceptions(read, zone))
        .changes(List.of())
        .cancelled(isCancelled())
        .venue(shortened("LOCATION", LONGEST_VENUE))
        .url(url())
        .categories(List.of())
        .partners(List.of())
        .build();
  }

  /** What the component tells of one occurrence of a series. */
  CalendarEvent.Change occurrence(CalendarEvent series) {
    ContentLine id = raw.first("RECURRENCE-ID").orElseThrow();
    if (!id.parameter("RANGE").isEmpty()) {
      throw new CalendarNote.Refusal("range");
    }
    refuseWhatIsPrivate();
    sequence();
    modified();
    noteWhatIsTheSeries(series);
    EventTimes read = new EventTimes(raw, zones);
    EventTimes.Times times = read.in(series.zone(), false);
    return new CalendarEvent.Change(
        read.moment(id, id.value()).in(series.zone()).toLocalDate(),
        times.first(),
        times.last(),
        times.starts(),
        times.ends(),
        raw.has("LOCATION") ? shortened("LOCATION", LONGEST_VENUE) : series.venue(),
        isCancelled());
  }

  private void refuseWhatIsPrivate() {
    if (word("CLASS", "PUBLIC|PRIVATE|CONFIDENTIAL").matches("PRIVATE|CONFIDENTIAL")) {
      throw new CalendarNote.Refusal("private");
    }
  }

  private void refuseWhatIsNotTaken() {
    if (raw.text("SUMMARY") == null) {
      throw new CalendarNote.Refusal("no-name");
    }
    refuseWhatIsPrivate();
    boolean several =
        raw.all("RRULE").stream().map(line -> line.value().strip()).distinct().count() > 1;
    if (raw.has("RDATE") || raw.has("EXRULE") || several) {
      throw new CalendarNote.Refusal("rule");
    }
  }

  /** Its UID or, where it has none, one that the same name and time have again. */
  private String uid() {
    String uid = raw.text("UID");
    if (uid == null) {
      String known = raw.text("SUMMARY") + "\n" + raw.value("DTSTART");
      raw.notes().add(CalendarNote.of("no-uid", raw.number()));
      return "no-uid-" + UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8));
    }
    if (Texts.length(uid) > LONGEST_UID) {
      throw new CalendarNote.Refusal("uid");
    }
    return uid;
  }

  private List<LocalDate> exceptionsOfNothing() {
    raw.all("EXDATE").forEach(line -> raw.notes().add(CalendarNote.of("no-rule", line.number())));
    return List.of();
  }

  private List<LocalDate> exceptions(EventTimes read, ZoneId zone) {
    return raw.all("EXDATE").stream()
        .flatMap(
            line ->
                Stream.of(line.value().split("[,;]"))
                    .filter(value -> !value.isBlank())
                    .flatMap(value -> exception(read, line, value, zone)))
        .distinct()
        .sorted()
        .toList();
  }

  /** One that can't be read is let go; one in a zone that isn't known is taken for the event's. */
  private Stream<LocalDate> exception(
      EventTimes read, ContentLine line, String value, ZoneId zone) {
    try {
      return Stream.of(read.moment(line, value).in(zone).toLocalDate());
    } catch (CalendarNote.Refusal refused) {
      raw.notes().add(EventTimes.lost(line, refused.reason()));
      return Moment.localTime(new ContentLine(line.number(), "", line.parameters(), value))
          .map(time -> time.toLocalDate())
          .stream();
    }
  }

  /** What an occurrence does not have by itself is told where it is another. */
  private void noteWhatIsTheSeries(CalendarEvent series) {
    noteUnless(Objects.equals(raw.text("SUMMARY"), series.name()), "SUMMARY");
    noteUnless(Objects.equals(raw.text("DESCRIPTION"), series.description()), "DESCRIPTION");
    noteUnless(
        raw.first("URL")
            .flatMap(line -> WebAddress.of(line.value()))
            .equals(Optional.ofNullable(series.url())),
        "URL");
    List.of("RRULE", "RDATE", "EXDATE", "EXRULE").forEach(property -> noteUnless(false, property));
  }

  private void noteUnless(boolean same, String property) {
    if (!same) {
      raw.first(property)
          .ifPresent(
              line -> raw.notes().add(CalendarNote.of("of-series", line.number(), property)));
    }
  }

  private boolean isCancelled() {
    if (raw.value("STATUS").equalsIgnoreCase("CANCELED")) {
      int line = raw.first("STATUS").orElseThrow().number();
      raw.notes().add(CalendarNote.of("taken-for", line, "STATUS", "CANCELLED"));
      return true;
    }
    return word("STATUS", "TENTATIVE|CONFIRMED|CANCELLED").equals("CANCELLED");
  }

  /** A value in upper case that is one of these; another is told and let go. */
  private String word(String property, String words) {
    String word = raw.value(property).toUpperCase(Locale.ROOT);
    if (word.isEmpty() || word.matches(words)) {
      return word;
    }
    raw.notes().add(raw.first(property).orElseThrow().unread());
    return "";
  }

  private String shortened(String property, int most) {
    String text = raw.text(property);
    if (text == null || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    int line = raw.first(property).orElseThrow().number();
    raw.notes().add(CalendarNote.of("shortened", line, property, most));
    return text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** A web address; what else stands there is told and let go. */
  private String url() {
    ContentLine line = raw.first("URL").orElse(null);
    if (line == null) {
      return null;
    }
    String url = WebAddress.of(line.value()).orElse(null);
    if (url == null) {
      raw.notes().add(CalendarNote.of("url", line.number()));
    }
    return url;
  }

  private long sequence() {
    String number = word("SEQUENCE", "\\d{1,9}");
    return number.isEmpty() ? 0 : Long.parseLong(number);
  }

  /** When it was changed last; what says so ill says nothing. */
  private Instant modified() {
    return instant("LAST-MODIFIED")
        .or(() -> instant("DTSTAMP"))
        .map(time -> time.toInstant(ZoneOffset.UTC))
        .orElse(Instant.EPOCH);
  }

  private Optional<LocalDateTime> instant(String property) {
    Optional<ContentLine> line = raw.first(property);
    Optional<LocalDateTime> read = line.flatMap(Moment::localTime);
    if (line.isPresent() && read.isEmpty()) {
      raw.notes().add(line.get().unread());
    }
    return read;
  }
}
