package org.grappe.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grappe.database.Statements;

/**
 * What a calendar is called, and where it goes on.
 *
 * @param name that of the cluster whose it is, else of the service
 * @param successor the slug of the cluster in which that one has gone on by the day
 * @param heir its name
 */
record CalendarTitle(String name, Optional<String> successor, String heir) {
  private static final CalendarTitle OF_ALL = new CalendarTitle("Grappe", Optional.empty(), null);

  private static final String OF_CLUSTER =
      """
      select on_day(c.name, c.periods, 'name', ?), f.slug, on_day(f.name, f.periods, 'name', ?)
      from clusters c
      left join clusters f on f.id = c.followed_by and first_day(c.followed_on) <= ?
      where c.slug = ? or c.id::text = lower(?)""";

  /** Of one cluster, by slug or id, on a day; of the service where there is none. */
  static CalendarTitle of(Statements in, String cluster, LocalDate day) {
    return in
        .all(
            OF_CLUSTER,
            row ->
                new CalendarTitle(
                    row.getString(1), Optional.ofNullable(row.getString(2)), row.getString(3)),
            List.of(day, day, day, cluster, cluster))
        .stream()
        .findFirst()
        .orElse(OF_ALL);
  }

  static CalendarTitle ofAll() {
    return OF_ALL;
  }

  /** Where the successor's calendar is. */
  Optional<String> next(String base) {
    return successor.map(slug -> base + "/api/v1/events.ics?cluster=" + slug);
  }

  /** What a calendar program shows of that. */
  Optional<String> description(String base) {
    return next(base).map(address -> "Goes on as " + heir + ": " + address);
  }
}
