package org.grappe.icalendar;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * All that a calendar says of one event. Texts are as their users wrote them.
 *
 * @param uid the same in every calendar
 * @param sequence rises with each change
 * @param startTime local; null for whole days
 * @param endsOn the last day, included
 * @param zone that of the times
 * @param rule a rule of RFC 5545, its end told for this start; null where it takes place once
 * @param exceptions days of the rule on which it does not take place
 * @param changes what differs from the rule, in its order
 * @param url where a web page tells of it; may be null
 * @param categories what kind of event it is, and of which series
 * @param host who hosts it; null where nobody is known
 */
@RecordBuilder
public record CalendarEvent(
    String uid,
    long sequence,
    Instant created,
    Instant modified,
    String name,
    String description,
    LocalDate startsOn,
    LocalDate endsOn,
    LocalTime startTime,
    LocalTime endTime,
    ZoneId zone,
    String rule,
    List<LocalDate> exceptions,
    List<Change> changes,
    boolean cancelled,
    String venue,
    String city,
    String url,
    List<String> categories,
    Host host,
    List<Partner> partners)
    implements CalendarEventBuilder.With {

  /**
   * One occurrence that takes place otherwise than the rule has it.
   *
   * @param date the day that the rule gives
   * @param endsOn the last day, included
   */
  public record Change(
      LocalDate date,
      LocalDate startsOn,
      LocalDate endsOn,
      LocalTime startTime,
      LocalTime endTime,
      String venue,
      boolean cancelled) {}

  /**
   * Who hosts it.
   *
   * @param address that of its record, absolute
   */
  public record Host(String name, String address) {}

  /** A cluster with which it is shared, and the title of the convention under which it is. */
  public record Partner(String name, String convention) {}
}
