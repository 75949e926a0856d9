package org.grappe.calendar;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grappe.cluster.ClusterKey;
import org.grappe.database.Statements;
import org.grappe.value.Slugs;

/**
 * What a calendar is called, and where it goes on.
 *
 * @param name that of the cluster whose it is, else of the service
 * @param slug the one that the cluster has, where it was asked for by one that it had
 * @param successors the clusters in which that one has gone on by the day
 */
record CalendarTitle(String name, Optional<String> slug, List<Successor> successors) {
  private static final CalendarTitle OF_ALL =
      new CalendarTitle("Grappe", Optional.empty(), List.of());

  private static final String OF_CLUSTER =
      """
      select on_day(c.name, c.periods, 'name', asked.day), f.slug,
        on_day(f.name, f.periods, 'name', asked.day) as heir, c.slug as own
      from (select ?::date as day) asked cross join clusters c
      left join clusters f on (f.id = c.followed_by and first_day(c.followed_on) <= asked.day)
        or (f.id = any(c.divided_into) and first_day(c.dissolved_on) <= asked.day)
      where c.id = %s
      order by heir, f.slug""";

  /** A cluster in which another goes on. */
  record Successor(String slug, String name) {
    String address(String base) {
      return CalendarTitle.address(base, slug);
    }
  }

  private static String address(String base, String slug) {
    return base + "/api/v1/events.ics?cluster=" + slug;
  }

  private record Row(String name, String slug, Optional<Successor> successor) {}

  /** Of one cluster, by slug or id, on a day; of the service where there is none. */
  static CalendarTitle of(Statements in, String cluster, LocalDate day) {
    ClusterKey key = new ClusterKey(cluster, Slugs.id(cluster));
    List<Row> rows =
        in.all(
            OF_CLUSTER.formatted(key.sql("?")),
            row ->
                new Row(
                    row.getString(1),
                    row.getString(4),
                    row.getString(2) == null
                        ? Optional.empty()
                        : Optional.of(new Successor(row.getString(2), row.getString(3)))),
            List.of(day, key.value()));
    return rows.isEmpty()
        ? OF_ALL
        : new CalendarTitle(
            rows.get(0).name(),
            Optional.of(rows.get(0).slug())
                .filter(own -> Slugs.isSlug(cluster) && !own.equals(cluster)),
            rows.stream().flatMap(row -> row.successor().stream()).toList());
  }

  static CalendarTitle ofAll() {
    return OF_ALL;
  }

  /** Where it and the successors' calendars are, as a header tells it. */
  Optional<String> links() {
    return Stream.concat(
            slug.map(own -> "<" + address("", own) + ">; rel=\"canonical\"").stream(),
            successors.stream()
                .map(next -> "<" + next.address("") + ">; rel=\"successor-version\""))
        .reduce((one, other) -> one + ", " + other);
  }

  /** What a calendar program shows of that. */
  Optional<String> description(String base) {
    return successors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Goes on as "
                + successors.stream()
                    .map(next -> next.name() + ": " + next.address(base))
                    .collect(joining(", ")));
  }
}
