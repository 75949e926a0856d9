package org.grappe.event;

import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.View;

/** What can be asked of events, whatever becomes of each: an answer or a line of a calendar. */
public final class EventListing {
  /**
   * Nothing does in no time. Asked of each by itself: what "exists" asks is first gathered of the
   * days of all.
   */
  private static final String TAKES_PLACE =
      "(nullif(:from, '')::date < nullif(:until, '')::date) is not false"
          + " and (e.recurrence is null or (select true from event_days d where "
          + EventSql.IN_WINDOW
          + " limit 1))";

  private EventListing() {}

  /** The events, each answered as this type. */
  public static <V extends View> Listing<V> of(Class<V> type) {
    return of(type, "");
  }

  /** The same with more columns, each after a comma. */
  public static <V extends View> Listing<V> of(Class<V> type, String more) {
    Listing<V> events =
        Listing.of("/events", type, EventSql.COLUMNS + more, "events e")
            .dressedWith(EventSql.DETAILS)
            .pastAmongTodays()
            .searchable()
            .temporal()
            .lineage(
                "clusters",
                "cluster",
                "e.id = any(array(select calendar_of(%2$s, :on)))",
                "A cluster in whose calendar it stands, as host or shared, by slug or id.");
    for (EventFigure figure : EventSql.FIGURES) {
      events = figure.filtered(events);
    }
    return events
        .day(
            "from",
            "e.last_on >= :v and " + TAKES_PLACE,
            "The first day of a time in which it takes place.")
        .parts("from", EventParts.from(TAKES_PLACE))
        .partsServe("startsOn", "from")
        .day(
            "until",
            "(e.first_on < :v or e.changed <> '[]') and " + TAKES_PLACE,
            "The first day after that time.")
        .parts("until", EventParts.until(TAKES_PLACE))
        .partsServe("startsOn", "until")
        .choice("scope", EventScope.class, "e.scope", "For whom it is meant.")
        .choice("kind", EventKind.class, "e.kind", "What kind of event it is.")
        .choiceInParts(
            "status",
            EventStatus.class,
            EventSql.STATUS,
            "What it is on the day.",
            EventParts.OF_STATUS)
        .partsServe("startsOn", "status")
        .text(
            "series",
            "plain(e.series) = plain(:v)",
            "Its series, without regard to case; they come in the order of their editions.")
        .text("city", "plain(e.city) = plain(:v)", "Where it is, without regard to case.")
        .textInParts(
            "region",
            EventParts.IN_REGION,
            "The code of its region, or else its host's; a new one finds those that it replaced.",
            EventParts.OF_REGION.parts(),
            EventParts.OF_REGION.ofPast())
        .code("region")
        .among("region", "select region_family(:v) as id")
        .walk(EventParts.TO_REGION)
        .sort("name", Sort.Kind.TEXT, "e.called")
        .sortOptional("startsOn", Sort.Kind.PARTIAL_DATE, "e.begins collate \"C\"")
        .sortOptional("edition", Sort.Kind.NUMBER, "e.edition::numeric")
        .sortedBy("startsOn")
        .sortedBy("edition", "series");
  }
}
