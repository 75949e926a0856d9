package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.grappe.shared.Today;
import org.grappe.shared.read.Database;

/** The days of recurring events as rows, so that a list finds them in one statement. */
@ApplicationScoped
class EventDays {
  private final Database database;
  private final Today today;

  EventDays(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Makes the rows what the event says; those that say it already are not touched. */
  void keep(Event event) {
    List<Occurrences.Day> days = event.expand(today.day()).days();
    database.change(
        """
        with wanted (date, starts_on, ends_on) as (
          select * from unnest(?::date[], ?::date[], ?::date[])),
        gone as (
          delete from event_days
          where event = ? and date not in (select date from wanted))
        insert into event_days (event, date, starts_on, ends_on)
        select ?, * from (
          select * from wanted
          except
          select date, starts_on, ends_on from event_days where event = ?) moved
        on conflict on constraint pk_event_days
        do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on""",
        texts(days, Occurrences.Day::date),
        texts(days, Occurrences.Day::startsOn),
        texts(days, Occurrences.Day::endsOn),
        event.id(),
        event.id(),
        event.id());
  }

  private static List<String> texts(
      List<Occurrences.Day> days, Function<Occurrences.Day, LocalDate> which) {
    return days.stream().map(which).map(LocalDate::toString).toList();
  }
}
