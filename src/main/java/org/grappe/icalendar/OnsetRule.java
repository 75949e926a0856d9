package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The rule by which a file has the clocks of a zone change again and again. Clocks change on days:
 * one by which they do so many times on each is none, and would take for ever to be followed.
 */
record OnsetRule(String text) {
  private static final Pattern UNTIL = Pattern.compile(";?UNTIL=(\\d{4})[^;]*");
  private static final int MOST = 100;

  /** What programs write is far shorter. */
  private static final int LONGEST = 500;

  private static final Set<Freq> WHOLE_DAYS =
      Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  /** Whether it is one. */
  boolean isRule() {
    try {
      withoutEnd();
      return true;
    } catch (InvalidRecurrenceRuleException | RuntimeException noRule) {
      return false;
    }
  }

  /** Its end, of which the year counts, is looked at by itself. */
  private RecurrenceRule withoutEnd() throws InvalidRecurrenceRuleException {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("too long");
    }
    RecurrenceRule rule =
        new RecurrenceRule(UNTIL.matcher(text).replaceAll(""), RfcMode.RFC5545_LAX);
    boolean isOfDays =
        WHOLE_DAYS.contains(rule.getFreq())
            && Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)
                .allMatch(part -> !rule.hasPart(part) || rule.getByPart(part).size() == 1);
    if (!isOfDays) {
      throw new IllegalArgumentException("many times a day");
    }
    return rule;
  }

  /** The local times that it gives in a year and in the two before it; none where it is none. */
  List<LocalDateTime> around(int year, LocalDateTime start) {
    List<LocalDateTime> found = new ArrayList<>();
    Matcher until = UNTIL.matcher(text);
    int last = Math.min(year, until.find() ? Integer.parseInt(until.group(1)) : year);
    try {
      RecurrenceRuleIterator iterator = withoutEnd().iterator(dateTime(start));
      iterator.fastForward(
          new DateTime(Math.max(start.getYear(), Math.min(year, last) - 2), 0, 1, 0, 0, 0));
      while (iterator.hasNext() && found.size() < MOST) {
        DateTime next = iterator.nextDateTime();
        if (next.getYear() > last) {
          break;
        }
        found.add(localTime(next));
      }
    } catch (InvalidRecurrenceRuleException | RuntimeException noRule) {
      return found;
    }
    return found;
  }

  private static DateTime dateTime(LocalDateTime start) {
    return new DateTime(
        start.getYear(),
        start.getMonthValue() - 1,
        start.getDayOfMonth(),
        start.getHour(),
        start.getMinute(),
        0);
  }

  private static LocalDateTime localTime(DateTime at) {
    return LocalDateTime.of(
        at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes());
  }
}
