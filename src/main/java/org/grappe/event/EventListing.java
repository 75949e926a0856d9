package org.grappe.event;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.grappe.query.Dated;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.View;

/** What can be asked of events, whatever becomes of each: an answer or a line of a calendar. */
public final class EventListing {
  static final String STATUS = "event_status(e.cancelled_on, e.last_on, :on)";

  private static final List<EventFigure> FIGURES =
      ServiceLoader.load(EventFigure.class, EventFigure.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** The days of a recurring event within the query's window. */
  private static final String IN_WINDOW =
      """
      d.event = e.id
        and d.ends_on >= coalesce(nullif(:from, '')::date, '-infinity')
        and d.starts_on < coalesce(nullif(:until, '')::date, 'infinity')\
      """;

  /** Asked of each by itself: what "exists" asks is first gathered of the days of all. */
  private static final String TAKES_PLACE =
      "(e.recurrence is null or (select true from event_days d where " + IN_WINDOW + " limit 1))";

  private static final String[] OF_REGION = {
    "e.region = any(regions_found(%s))",
    """
    e.region is null
    and e.host_cluster in (%s)\
    """
        .formatted(Dated.ids("clusters", "c", "{c.region} = any(regions_found(%1$s))")),
    """
    e.region is null and e.host_cluster is null and e.host_organisation in (
      %s)\
    """
        .formatted(Dated.ids("organisations", "o", "{o.region} = any(regions_found(%1$s))"))
  };

  private static final String COLUMNS =
      """
      e.id, e.version, e.created_at, e.updated_at, e.called as name, e.series, e.edition, e.kind,
      e.scope, e.starts_on, e.ends_on, e.start_time, e.end_time, e.timezone, e.description, e.venue,
      e.city, e.url, e.capacity,
      coalesce(e.registrations_open, e.capacity is not null) as registrations_open, e.recurrence, e.exceptions, e.uid,
      e.cancelled_on, e.sources, e.statements, e.remarks, %s as status,
      case when e.host is not null then true end as host,
      hc.id as host_cluster_id, {hc.name} as host_cluster_name, hc.slug as host_cluster_slug,
      ho.id as host_organisation_id, {ho.name} as host_organisation_name,
      e.region as region_code,
      g.ids as present_id, g.names as present_name, q.quotas, o.occurrences,
      %s\
      """
          .formatted(STATUS, each(EventFigure::column, ", "));

  /** Who hosts an event on the day, and what its figures are counted from. */
  private static final String DETAILS =
      """
      left join clusters hc on hc.id = host_on(e.host_cluster, e.former_hosts, :on)
      left join organisations ho on ho.id = e.host_organisation
      left join lateral (
        select array_agg(p.id order by n) as ids, array_agg({p.name} order by n) as names
        from unnest(e.present) with ordinality guest(id, n)
        join organisations p on p.id = guest.id where e.present <> '{}') g on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('places', x -> 'places', 'cluster', jsonb_build_object(
          'id', c.id, 'name', {c.name}, 'slug', c.slug)) order by n) as quotas
        from jsonb_array_elements(e.quotas) with ordinality quota(x, n)
        join clusters c on c.id = (x ->> 'cluster')::uuid where e.quotas <> '[]') q on true
      left join lateral (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'date', d.date, 'startsOn', d.starts_on,
          'startTime', coalesce((x.x -> 'moved' ->> 'startTime')::time, e.start_time),
          'status', event_status(
            least((x.x ->> 'cancelledOn')::date,
              case when e.cancelled_on <= d.starts_on then e.cancelled_on end),
            d.ends_on, :on))) order by d.starts_on, d.date) as occurrences
        from event_days d
        left join jsonb_array_elements(e.changed) x(x) on x.x ->> 'date' = d.date::text
        where e.recurrence is not null and %s
          and nullif(:until, '')::date - nullif(:from, '')::date <= 366) o on true
      %s\
      """
          .formatted(IN_WINDOW, each(EventFigure::joined, "\n"));

  private EventListing() {}

  /** The events, each answered as this type. */
  public static <V extends View> Listing<V> of(Class<V> type) {
    return of(type, "");
  }

  /** The same with more columns, each after a comma. */
  public static <V extends View> Listing<V> of(Class<V> type, String more) {
    Listing<V> events =
        Listing.of("/events", type, COLUMNS + more, "events e")
            .dressedWith(DETAILS)
            .searchable()
            .temporal()
            .lineage(
                "clusters",
                "cluster",
                "e.id = any(array(select calendar_of(%2$s, :on)))",
                "A cluster in whose calendar it stands, as host or shared, by slug or id.");
    for (EventFigure figure : FIGURES) {
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
            "status", EventStatus.class, STATUS, "What it is on the day.", EventParts.OF_STATUS)
        .partsServe("startsOn", "status")
        .text(
            "series",
            "plain(e.series) = plain(:v)",
            "Its series, without regard to case; they come in the order of their editions.")
        .text("city", "plain(e.city) = plain(:v)", "Where it is, without regard to case.")
        .textInParts(
            "region",
            Dated.onDay(
                """
                coalesce(e.region, (select {c.region} from clusters c where c.id = e.host_cluster),
                  (select {o.region} from organisations o where o.id = e.host_organisation))
                    = any(regions_found(%s))\
                """),
            "The code of its region, or else its host's; a new one finds those that it replaced.",
            OF_REGION)
        .sort("name", Sort.Kind.TEXT, "e.called")
        .sortOptional("startsOn", Sort.Kind.PARTIAL_DATE, "e.begins collate \"C\"")
        .sortOptional("edition", Sort.Kind.NUMBER, "e.edition::numeric")
        .sortedBy("startsOn")
        .sortedBy("edition", "series");
  }

  private static String each(Function<EventFigure, String> part, String between) {
    return FIGURES.stream().map(part).filter(text -> !text.isEmpty()).collect(joining(between));
  }
}
