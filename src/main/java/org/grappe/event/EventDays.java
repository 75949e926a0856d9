package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Database;

/** The days of recurring events as rows, so that a list finds them in one statement. */
@ApplicationScoped
class EventDays {
  private final Database database;

  EventDays(Database database) {
    this.database = database;
  }

  /** The rows to be, column by column. */
  private static final class Wanted {
    private final List<UUID> events = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final List<String> starts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    private void add(UUID event, Occurrences.Day day) {
      events.add(event);
      dates.add(day.date().toString());
      starts.add(day.startsOn().toString());
      ends.add(day.endsOn().toString());
    }
  }

  /** Makes the rows what these events say; those that say it already are not touched. */
  void keep(Map<UUID, Occurrences> events) {
    if (events.isEmpty()) {
      return;
    }
    Wanted wanted = new Wanted();
    events.forEach((event, its) -> its.days().forEach(day -> wanted.add(event, day)));
    List<UUID> all = List.copyOf(events.keySet());
    database.change(
        """
        with wanted (event, date, starts_on, ends_on) as materialized (
          select * from unnest(?::uuid[], ?::date[], ?::date[], ?::date[])),
        there as materialized (
          select d.event, d.date, d.starts_on, d.ends_on from event_days d
          where d.event = any(?::uuid[])),
        gone as (
          delete from event_days d
          using (select t.event, t.date from there t
            except select w.event, w.date from wanted w) g
          where d.event = g.event and d.date = g.date)
        insert into event_days (event, date, starts_on, ends_on)
        select w.event, w.date, w.starts_on, w.ends_on from wanted w
        except
        select t.event, t.date, t.starts_on, t.ends_on from there t
        on conflict on constraint pk_event_days
        do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on,
          added_in = excluded.added_in""",
        wanted.events,
        wanted.dates,
        wanted.starts,
        wanted.ends,
        all);
  }
}
