package org.grappe.calendar;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.EventKind;
import org.grappe.event.HostView;
import org.grappe.event.SharedWith;
import org.grappe.query.View;
import org.grappe.value.PartialDate;

/**
 * An event as a calendar needs it.
 *
 * @param changed what differs from its rule
 * @param twin whether another event has its UID in the same calendar, so that it is told by its id
 * @param day the day as of which it is told
 */
@RecordBuilder
record CalendarRow(
    UUID id,
    String name,
    String series,
    EventKind kind,
    HostView host,
    PartialDate startsOn,
    PartialDate endsOn,
    LocalTime startTime,
    LocalTime endTime,
    String timezone,
    String description,
    String venue,
    String city,
    String url,
    String recurrence,
    List<LocalDate> exceptions,
    List<ChangedOccurrence> changed,
    String uid,
    boolean twin,
    LocalDate cancelledOn,
    List<SharedWith> sharedWith,
    Instant createdAt,
    Instant updatedAt,
    LocalDate day,
    long version)
    implements View {

  /**
   * Under which it stands in a calendar.
   *
   * @param registry what the ids of this service are marked with
   */
  String toldUid(String registry) {
    return twin ? id + "@" + registry : uid;
  }

  /** Whether its days are known, so that a calendar can show it. */
  boolean isDated() {
    return startsOn != null && startsOn.isDay() && (endsOn == null || endsOn.isDay());
  }

  /** Of an event whose days are known. */
  LocalDate firstDay() {
    return startsOn.firstDay();
  }

  /** Of an event whose days are known. */
  LocalDate lastDay() {
    return endsOn == null ? firstDay() : endsOn.firstDay();
  }

  ZoneId zone() {
    return ZoneId.of(timezone);
  }

  /** Whether what is so since a day, if ever, is so on the day as of which the event is told. */
  boolean isSince(LocalDate since) {
    return since != null && !since.isAfter(day);
  }
}
