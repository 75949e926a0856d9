package org.grappe.event;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** What is told of an event, on the day {@code :on}. */
final class EventSql {
  static final String STATUS = "event_status(e.cancelled_on, e.last_on, :on)";

  static final List<EventFigure> FIGURES =
      ServiceLoader.load(EventFigure.class, EventFigure.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** The days of a recurring event within the query's window. */
  static final String IN_WINDOW =
      """
      d.event = e.id
        and d.ends_on >= coalesce(nullif(:from, '')::date, '-infinity')
        and d.starts_on < coalesce(nullif(:until, '')::date, 'infinity')\
      """;

  static final String COLUMNS =
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
  static final String DETAILS =
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

  private EventSql() {}

  private static String each(Function<EventFigure, String> part, String between) {
    return FIGURES.stream().map(part).filter(text -> !text.isEmpty()).collect(joining(between));
  }
}
