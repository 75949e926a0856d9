package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** What a file itself says of a zone: since when which offset is in force (RFC 5545, 3.6.5). */
final class ZoneDefinition {
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d):?(\\d\\d)(?::?(\\d\\d))?");
  private static final Pattern UNTIL = Pattern.compile(";?UNTIL=(\\d{4})[^;]*");
  private static final int MOST = 100;

  private final List<Observance> observances = new ArrayList<>();
  private final Map<Integer, NavigableMap<Instant, ZoneOffset>> onsets = new ConcurrentHashMap<>();

  private record Observance(
      LocalDateTime start,
      ZoneOffset from,
      ZoneOffset to,
      String rule,
      List<LocalDateTime> dates) {}

  private ZoneDefinition() {}

  /** Empty where nothing of it can be used. */
  static Optional<ZoneDefinition> of(RawComponent component) {
    ZoneDefinition definition = new ZoneDefinition();
    component.parts().forEach(definition::add);
    return definition.observances.isEmpty() ? Optional.empty() : Optional.of(definition);
  }

  private void add(RawComponent part) {
    Optional<ZoneOffset> to = offset(part.value("TZOFFSETTO"));
    Optional<LocalDateTime> start = part.first("DTSTART").flatMap(Moment::localTime);
    note(part, "TZOFFSETTO", to.isPresent());
    note(part, "DTSTART", start.isPresent());
    if (to.isPresent() && start.isPresent()) {
      Optional<ZoneOffset> before = offset(part.value("TZOFFSETFROM"));
      note(part, "TZOFFSETFROM", before.isPresent());
      ZoneOffset from = before.orElse(to.get());
      observances.add(
          new Observance(start.get(), from, to.get(), part.value("RRULE"), dates(part)));
    }
  }

  private static List<LocalDateTime> dates(RawComponent part) {
    return part.all("RDATE").stream()
        .flatMap(line -> Stream.of(line.value().split(",")).map(line::with))
        .flatMap(line -> Moment.localTime(line).stream())
        .toList();
  }

  /** Tells the rules of a part that are none, whether or not the zone's name is known anyway. */
  static void noteRules(RawComponent part) {
    for (ContentLine line : part.all("RRULE")) {
      try {
        rule(line.value().strip());
      } catch (InvalidRecurrenceRuleException | RuntimeException noRule) {
        part.notes().add(line.unread());
      }
    }
  }

  /** A rule without its end, which is looked at by itself. */
  private static RecurrenceRule rule(String text) throws InvalidRecurrenceRuleException {
    return new RecurrenceRule(UNTIL.matcher(text).replaceAll(""), RfcMode.RFC5545_LAX);
  }

  private static void note(RawComponent part, String property, boolean isRead) {
    if (!isRead) {
      part.first(property).ifPresent(line -> part.notes().add(line.unread()));
    }
  }

  private static Optional<ZoneOffset> offset(String text) {
    Matcher matcher = OFFSET.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int seconds =
        Integer.parseInt(matcher.group(2)) * 3600 + Integer.parseInt(matcher.group(3)) * 60;
    try {
      return Optional.of(
          ZoneOffset.ofTotalSeconds(matcher.group(1).equals("+") ? seconds : -seconds));
    } catch (DateTimeException tooFar) {
      return Optional.empty();
    }
  }

  /** The offset at an instant. */
  ZoneOffset at(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    Map.Entry<Instant, ZoneOffset> last =
        onsets.computeIfAbsent(year, this::around).floorEntry(instant);
    return last != null ? last.getValue() : observances.get(0).from();
  }

  private NavigableMap<Instant, ZoneOffset> around(int year) {
    NavigableMap<Instant, ZoneOffset> found = new TreeMap<>();
    for (Observance one : observances) {
      found.put(one.start().toInstant(one.from()), one.to());
      one.dates().forEach(date -> found.put(date.toInstant(one.from()), one.to()));
      for (LocalDateTime onset : onsets(one, year)) {
        found.put(onset.toInstant(one.from()), one.to());
      }
    }
    return found;
  }

  /** Those of the year and of the two before it. */
  private static List<LocalDateTime> onsets(Observance one, int year) {
    List<LocalDateTime> found = new ArrayList<>();
    Matcher until = UNTIL.matcher(one.rule());
    int last = Math.min(year, until.find() ? Integer.parseInt(until.group(1)) : year);
    try {
      RecurrenceRuleIterator iterator = rule(one.rule()).iterator(dateTime(one));
      iterator.fastForward(
          new DateTime(Math.max(one.start().getYear(), Math.min(year, last) - 2), 0, 1, 0, 0, 0));
      while (iterator.hasNext() && found.size() < MOST) {
        DateTime next = iterator.nextDateTime();
        if (next.getYear() > last) {
          break;
        }
        found.add(
            LocalDateTime.of(
                next.getYear(),
                next.getMonth() + 1,
                next.getDayOfMonth(),
                next.getHours(),
                next.getMinutes()));
      }
    } catch (InvalidRecurrenceRuleException | RuntimeException noRule) {
      return found;
    }
    return found;
  }

  private static DateTime dateTime(Observance one) {
    LocalDateTime start = one.start();
    return new DateTime(
        start.getYear(),
        start.getMonthValue() - 1,
        start.getDayOfMonth(),
        start.getHour(),
        start.getMinute(),
        0);
  }
}
