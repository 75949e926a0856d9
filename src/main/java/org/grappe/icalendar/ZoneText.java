package org.grappe.icalendar;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The definition of a zone (RFC 5545, section 3.6.5), made of the very rules by which the service
 * itself tells the time: each change of the clocks there was and, as a rule, those to come.
 */
final class ZoneText {
  private static final Map<String, String> DEFINED = new ConcurrentHashMap<>();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET =
      new DateTimeFormatterBuilder().appendOffset("+HHMMss", "+0000").toFormatter(Locale.ROOT);

  /** The first year of a zone that has rules and no past. */
  private static final int FIRST_YEAR = 1970;

  /** How far changes go that no rule of RFC 5545 tells. */
  private static final int LAST_YEAR = 2200;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final List<String> lines = new ArrayList<>();

  /** What clocks do, each time alike. */
  private record Change(ZoneOffset from, ZoneOffset to, boolean summer) {}

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
    Map<Change, List<LocalDateTime>> past = new LinkedHashMap<>();
    rules.getTransitions().forEach(one -> add(past, one));
    if (rules.isFixedOffset()) {
      ZoneOffset offset = rules.getStandardOffset(Instant.EPOCH);
      LocalDateTime start = LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay();
      past.put(new Change(offset, offset, false), List.of(start));
    }
    List<ZoneOffsetTransition> told = rules.getTransitions();
    Optional<ZoneOffsetTransition> last =
        told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1));
    Map<ZoneOffsetTransition, String> future = new LinkedHashMap<>();
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition first = first(rule, last);
      rule(rule, first)
          .ifPresentOrElse(
              text -> future.put(first, text),
              () ->
                  IntStream.rangeClosed(first.getDateTimeBefore().getYear(), LAST_YEAR)
                      .forEach(year -> add(past, rule.createTransition(year))));
    }
    past.forEach(
        (change, onsets) ->
            observance(
                change,
                onsets.get(0),
                onsets.stream().skip(1).map(onset -> "RDATE:" + TIME.format(onset))));
    future.forEach(
        (first, rule) ->
            observance(change(first), first.getDateTimeBefore(), Stream.of("RRULE:" + rule)));
    lines.add("END:VTIMEZONE");
    return String.join("\r\n", lines);
  }

  private void add(Map<Change, List<LocalDateTime>> past, ZoneOffsetTransition one) {
    past.computeIfAbsent(change(one), any -> new ArrayList<>()).add(one.getDateTimeBefore());
  }

  private Change change(ZoneOffsetTransition one) {
    return new Change(
        one.getOffsetBefore(), one.getOffsetAfter(), rules.isDaylightSavings(one.getInstant()));
  }

  private void observance(Change change, LocalDateTime start, Stream<String> more) {
    String kind = change.summer() ? "DAYLIGHT" : "STANDARD";
    lines.add("BEGIN:" + kind);
    lines.add("DTSTART:" + TIME.format(start));
    lines.add("TZOFFSETFROM:" + offset(change.from()));
    lines.add("TZOFFSETTO:" + offset(change.to()));
    more.forEach(lines::add);
    lines.add("END:" + kind);
  }

  private static String offset(ZoneOffset offset) {
    return OFFSET.format(offset);
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

  /**
   * The rule of RFC 5545 that gives the local days; empty where none does, as for days around the
   * end of a month.
   */
  private static Optional<String> rule(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
    int day = rule.getDayOfMonthIndicator();
    Month month = rule.getMonth();
    LocalDate local = first.getDateTimeBefore().toLocalDate();
    // a change told in UTC may be on another day there
    int shift = (int) ChronoUnit.DAYS.between(nominal(rule, local.getYear()), local);
    String yearly = "FREQ=YEARLY;BYMONTH=" + month.getValue();
    if (rule.getDayOfWeek() == null) {
      boolean fits = day > 0 && day + shift > 0 && day + shift <= month.minLength();
      return fits ? Optional.of(yearly + ";BYMONTHDAY=" + (day + shift)) : Optional.empty();
    }
    DayOfWeek weekday = rule.getDayOfWeek().plus(shift);
    String name = weekday.name().substring(0, 2);
    boolean last = day == -1 || (month != Month.FEBRUARY && day == month.maxLength() - 6);
    if (shift == 0 && (last || (day > 0 && day <= 22 && day % 7 == 1))) {
      return Optional.of(yearly + ";BYDAY=" + (last ? -1 : day / 7 + 1) + name);
    }
    int from = shift + (day > 0 ? day : month.maxLength() + day - 5);
    boolean fits = from > 0 && from + 6 <= month.minLength();
    String days = IntStream.range(from, from + 7).mapToObj(String::valueOf).collect(joining(","));
    return fits ? Optional.of(yearly + ";BYMONTHDAY=" + days + ";BYDAY=" + name) : Optional.empty();
  }

  /** The day of the rule, whatever the hour is there. */
  private static LocalDate nominal(ZoneOffsetTransitionRule rule, int year) {
    int day = rule.getDayOfMonthIndicator();
    LocalDate first = LocalDate.of(year, rule.getMonth(), 1);
    if (day < 0) {
      LocalDate last = first.with(TemporalAdjusters.lastDayOfMonth()).plusDays(day + 1);
      return rule.getDayOfWeek() == null
          ? last
          : last.with(TemporalAdjusters.previousOrSame(rule.getDayOfWeek()));
    }
    LocalDate from = first.withDayOfMonth(day);
    return rule.getDayOfWeek() == null
        ? from
        : from.with(TemporalAdjusters.nextOrSame(rule.getDayOfWeek()));
  }
}
