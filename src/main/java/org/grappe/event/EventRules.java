package org.grappe.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.grappe.event.calendar.CalendarZones;
import org.grappe.value.Faults;
import org.grappe.value.PartialDate;
import org.grappe.value.Period;
import org.grappe.value.WebAddress;

/** The rules that one event must keep by itself. */
final class EventRules {
  private EventRules() {}

  static void check(EventContent event, Faults faults) {
    faults.addIf(event.name() == null && event.series() == null, "/name", "field.missing");
    faults.addIf(
        event.edition() != null && event.series() == null, "/edition", "event.edition-of-nothing");
    faults.addIf(
        !CalendarZones.isKnown(event.timezone()), "/timezone", "event.timezone", event.timezone());
    faults.addIf(event.url() != null && !WebAddress.Check.is(event.url()), "/url", "type.url");
    days(event, faults);
    times(event, faults);
    places(event, faults);
    if (faults.isEmpty()) {
      recurrence(event, faults);
    }
  }

  private static void days(EventContent event, Faults faults) {
    faults.addIf(event.endsOn() != null && event.startsOn() == null, "/startsOn", "field.missing");
    Period.check(event.startsOn(), event.endsOn(), "/endsOn", faults);
  }

  /** A time is of a day that is known; an event ends after it begins. */
  private static void times(EventContent event, Faults faults) {
    boolean timed = event.startTime() != null || event.endTime() != null;
    faults.addIf(timed && !isDay(event.startsOn()), "/startsOn", "event.day-unknown");
    faults.addIf(
        timed && event.endsOn() != null && !isDay(event.endsOn()), "/endsOn", "event.day-unknown");
    faults.addIf(
        event.endTime() != null && event.startTime() == null, "/startTime", "field.missing");
    if (event.startTime() != null && event.endTime() != null && faults.isEmpty()) {
      LocalDate last = (event.endsOn() == null ? event.startsOn() : event.endsOn()).firstDay();
      boolean forwards =
          LocalDateTime.of(last, event.endTime())
              .isAfter(LocalDateTime.of(event.startsOn().firstDay(), event.startTime()));
      faults.addIf(!forwards, "/endTime", "event.end-time", event.startTime());
    }
  }

  private static void places(EventContent event, Faults faults) {
    for (int i = 0; i < event.quotas().size(); i++) {
      Quota quota = event.quotas().get(i);
      String at = "/quotas/" + i;
      faults.addIf(
          event.quotas().stream().limit(i).anyMatch(q -> q.cluster().equals(quota.cluster())),
          at + "/cluster",
          "reference.repeated");
      faults.addIf(
          event.capacity() != null && quota.places() > event.capacity(),
          at + "/places",
          "number.max",
          event.capacity());
    }
  }

  private static void recurrence(EventContent event, Faults faults) {
    if (event.recurrence() == null) {
      faults.addIf(!event.exceptions().isEmpty(), "/exceptions", "event.exceptions-of-nothing");
      return;
    }
    Recurrence rule;
    try {
      rule = Recurrence.parse(event.recurrence());
    } catch (IllegalArgumentException noRule) {
      faults.add("/recurrence", "event.recurrence");
      return;
    }
    if (!isDay(event.startsOn()) || (event.endsOn() != null && !isDay(event.endsOn()))) {
      faults.add("/startsOn", "event.day-unknown");
      return;
    }
    faults.addIf(
        !rule.begins(event.startsOn().firstDay(), event.startTime(), ZoneId.of(event.timezone())),
        "/recurrence",
        "event.recurrence-start",
        event.startsOn());
  }

  static boolean isDay(PartialDate date) {
    return date != null && date.text().length() == 10;
  }
}
