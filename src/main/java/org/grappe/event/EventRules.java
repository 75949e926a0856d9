package org.grappe.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.grappe.recurrence.Recurrence;
import org.grappe.value.DateOrder;
import org.grappe.value.PartialDate;
import org.grappe.value.Violation;
import org.grappe.value.Violations;
import org.grappe.value.WebAddress;

/** The rules that one event must keep by itself. */
final class EventRules {
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private EventRules() {}

  static void check(EventContent event, Violations violations) {
    violations.addIf(event.name() == null && event.series() == null, "/name", "field.missing");
    violations.addIf(
        event.edition() != null && event.series() == null, "/edition", "event.edition-of-nothing");
    violations.addIf(
        !ZONES.contains(event.timezone()), "/timezone", "event.timezone", event.timezone());
    violations.addIf(event.url() != null && !WebAddress.Check.is(event.url()), "/url", "type.url");
    days(event, violations);
    times(event, violations);
    places(event, violations);
    if (violations.isEmpty()) {
      recurrence(event, violations);
    }
  }

  private static void days(EventContent event, Violations violations) {
    violations.addIf(
        event.endsOn() != null && event.startsOn() == null, "/startsOn", "field.missing");
    DateOrder.check(event.startsOn(), event.endsOn(), "/startsOn", "/endsOn", violations);
  }

  /** A time is of a day that is known; an event ends after it begins. */
  private static void times(EventContent event, Violations violations) {
    boolean timed = event.startTime() != null || event.endTime() != null;
    violations.addIf(timed && !isDay(event.startsOn()), "/startsOn", "event.day-unknown");
    violations.addIf(
        timed && event.endsOn() != null && !isDay(event.endsOn()), "/endsOn", "event.day-unknown");
    violations.addIf(
        event.endTime() != null && event.startTime() == null, "/startTime", "field.missing");
    if (event.startTime() != null && event.endTime() != null && violations.isEmpty()) {
      LocalDate last = (event.endsOn() == null ? event.startsOn() : event.endsOn()).firstDay();
      boolean forwards =
          LocalDateTime.of(last, event.endTime())
              .isAfter(LocalDateTime.of(event.startsOn().firstDay(), event.startTime()));
      if (!forwards) {
        violations.addPair(
            Violation.pointer("/startTime", "event.start-time", event.endTime()),
            Violation.pointer("/endTime", "event.end-time", event.startTime()));
      }
    }
  }

  private static void places(EventContent event, Violations violations) {
    for (int i = 0; i < event.quotas().size(); i++) {
      Quota quota = event.quotas().get(i);
      String at = "/quotas/" + i;
      violations.addIf(
          event.quotas().stream().limit(i).anyMatch(q -> q.cluster().equals(quota.cluster())),
          at + "/cluster",
          "reference.repeated");
      violations.addIf(
          event.capacity() != null && quota.places() > event.capacity(),
          at + "/places",
          "number.max",
          event.capacity());
    }
  }

  private static void recurrence(EventContent event, Violations violations) {
    if (event.recurrence() == null) {
      violations.addIf(!event.exceptions().isEmpty(), "/exceptions", "event.exceptions-of-nothing");
      return;
    }
    Recurrence rule;
    try {
      rule = Recurrence.parse(event.recurrence());
    } catch (IllegalArgumentException noRule) {
      violations.add("/recurrence", "event.recurrence");
      return;
    }
    if (!isDay(event.startsOn()) || (event.endsOn() != null && !isDay(event.endsOn()))) {
      violations.add("/startsOn", "event.day-unknown");
      return;
    }
    violations.addIf(
        !rule.from(event.startsOn().firstDay(), event.startTime(), ZoneId.of(event.timezone()))
            .haveFirst(),
        "/recurrence",
        "event.recurrence-start",
        event.startsOn());
  }

  static boolean isDay(PartialDate date) {
    return date != null && date.isDay();
  }
}
