package org.grappe.icalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.grappe.value.PartialDate;

/**
 * The definition of a zone (RFC 5545, section 3.6.5), made of the very rules by which the service
 * itself tells the time: each change of the clocks there was and, as a rule, those to come.
 */
final class ZoneText {
  private static final Map<String, String> DEFINED = new ConcurrentHashMap<>();

  /** The first year of a zone that has rules and no past. */
  private static final int FIRST_YEAR = 1970;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final List<String> lines = new ArrayList<>();

  private ZoneText(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
  }

  /** The lines, with CRLF between them. */
  static String of(ZoneId zone) {
    return DEFINED.computeIfAbsent(zone.getId(), id -> new ZoneText(zone).text());
  }

  private String text() {
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + zone.getId());
    Map<ClockChange, List<LocalDateTime>> past = new LinkedHashMap<>();
    rules.getTransitions().forEach(one -> add(past, one));
    if (rules.isFixedOffset()) {
      ZoneOffset offset = rules.getStandardOffset(Instant.EPOCH);
      LocalDateTime start = LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay();
      past.put(new ClockChange(offset, offset, false), List.of(start));
    }
    List<ZoneOffsetTransition> told = rules.getTransitions();
    Optional<ZoneOffsetTransition> last =
        told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1));
    Map<ZoneOffsetTransition, String> future = new LinkedHashMap<>();
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition first = first(rule, last);
      ClockRule.of(rule, first)
          .ifPresentOrElse(
              text -> future.put(first, text),
              () ->
                  // no rule of RFC 5545 tells them
                  IntStream.rangeClosed(first.getDateTimeBefore().getYear(), PartialDate.LAST_YEAR)
                      .forEach(year -> add(past, rule.createTransition(year))));
    }
    past.forEach((change, onsets) -> change.on(onsets).forEach(lines::add));
    future.forEach(
        (first, rule) -> change(first).by(rule, first.getDateTimeBefore()).forEach(lines::add));
    lines.add("END:VTIMEZONE");
    return String.join("\r\n", lines);
  }

  private void add(Map<ClockChange, List<LocalDateTime>> past, ZoneOffsetTransition one) {
    past.computeIfAbsent(change(one), any -> new ArrayList<>()).add(one.getDateTimeBefore());
  }

  private ClockChange change(ZoneOffsetTransition one) {
    return new ClockChange(
        one.getOffsetBefore(), one.getOffsetAfter(), rules.isDaylightSavings(one.getInstant()));
  }

  private static ZoneOffsetTransition first(
      ZoneOffsetTransitionRule rule, Optional<ZoneOffsetTransition> last) {
    int from = last.map(one -> one.getDateTimeBefore().getYear()).orElse(FIRST_YEAR);
    return IntStream.iterate(from, year -> year + 1)
        .mapToObj(rule::createTransition)
        .filter(one -> last.isEmpty() || one.getInstant().isAfter(last.get().getInstant()))
        .findFirst()
        .orElseThrow();
  }
}
