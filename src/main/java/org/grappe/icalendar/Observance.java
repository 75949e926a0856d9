package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of the definition of a zone: from these times on the clocks have an offset.
 *
 * @param from the offset before
 * @param to the offset from then on
 * @param rule by which it begins again
 * @param dates on which it begins again
 */
record Observance(
    LocalDateTime start,
    ZoneOffset from,
    ZoneOffset to,
    OnsetRule rule,
    List<LocalDateTime> dates) {
  /** No zone's clocks have changed as often. */
  private static final int MOST = 1000;

  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d):?(\\d\\d)(?::?(\\d\\d))?");

  /** The one that a component tells, what is ill in it noted; empty where it can't be used. */
  static Optional<Observance> of(RawComponent part) {
    Optional<ZoneOffset> to = offset(part, "TZOFFSETTO");
    Optional<LocalDateTime> start = part.first("DTSTART").flatMap(ContentLine::localTime);
    note(part, "TZOFFSETTO", to.isPresent());
    note(part, "DTSTART", start.isPresent());
    if (to.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    Optional<ZoneOffset> from = offset(part, "TZOFFSETFROM");
    note(part, "TZOFFSETFROM", from.isPresent());
    OnsetRule rule = new OnsetRule(part.value("RRULE"));
    return Optional.of(
        new Observance(start.get(), from.orElse(to.get()), to.get(), rule, dates(part)));
  }

  private static Optional<ZoneOffset> offset(RawComponent part, String property) {
    return ZoneOffsets.of(OFFSET.matcher(part.value(property)));
  }

  private static void note(RawComponent part, String property, boolean isRead) {
    if (!isRead) {
      part.first(property).ifPresent(line -> part.notes().add(line.unread()));
    }
  }

  private static List<LocalDateTime> dates(RawComponent part) {
    return part.all("RDATE").stream()
        .flatMap(line -> Stream.of(line.value().split(",")).map(line::with))
        .flatMap(line -> line.localTime().stream())
        .limit(MOST)
        .toList();
  }

  /** Notes the rules of a component that are none, whether or not the zone is known anyway. */
  static void noteRules(RawComponent part) {
    part.all("RRULE").stream()
        .filter(line -> !new OnsetRule(line.value().strip()).isRule())
        .forEach(line -> part.notes().add(line.unread()));
  }

  /** The local times in and before a year at which it begins. */
  Stream<LocalDateTime> onsets(int year) {
    return Stream.of(Stream.of(start), dates.stream(), rule.around(year, start).stream())
        .flatMap(times -> times);
  }
}
