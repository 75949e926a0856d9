package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.grappe.body.MergePatch;
import org.grappe.config.Today;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.query.AsOf;
import org.grappe.query.ListReader;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.Rights;

/** The occurrences of recurring events, each by the day that its rule gives. */
@ApplicationScoped
class EventOccurrences {
  private final Events events;
  private final OccurrenceReader occurrences;
  private final OccurrenceWriting writing;
  private final ListReader reader;
  private final Rights rights;
  private final Today today;

  EventOccurrences(
      Events events,
      OccurrenceReader occurrences,
      OccurrenceWriting writing,
      ListReader reader,
      Rights rights,
      Today today) {
    this.events = events;
    this.occurrences = occurrences;
    this.writing = writing;
    this.reader = reader;
    this.rights = rights;
    this.today = today;
  }

  OccurrenceView one(String id, String date, String on, String knownAt) {
    AsOf asOf = reader.asOf(on, knownAt, new Scope.Owner("events", id));
    return occurrences.one(PathId.of(id), day(date), asOf);
  }

  OccurrenceView move(String id, String date, MergePatch patch) {
    Event event = required(id, day(date));
    writing.move(event, day(date), patch, () -> shown(event, day(date)));
    return shown(event, day(date));
  }

  OccurrenceView cancel(String id, String date, Cancellation cancellation) {
    Event event = required(id, day(date));
    rights.requireChange(events.owners(event), "events", event.id());
    ChangedOccurrence before = event.occurrence(day(date));
    LocalDate since = before.cancelledOn() != null ? before.cancelledOn() : event.cancelledOn();
    if (since != null) {
      throw Problems.of(ProblemType.DUPLICATE, "event.cancelled-already", since);
    }
    LocalDate on = cancellation.on() == null ? today.day() : cancellation.on();
    writing.change(
        event, before, one -> one.cancelled(on, cancellation.reason(), cancellation.sources()));
    return shown(event, day(date));
  }

  /** The event, locked, if this is a day of its rule. */
  private Event required(String id, LocalDate date) {
    Event event = events.required(id);
    if (!event.expand(today.day()).has(date)) {
      throw Problems.notFound("occurrences", date);
    }
    return event;
  }

  private OccurrenceView shown(Event event, LocalDate date) {
    return occurrences.one(event.id(), date, new AsOf(today.day(), Optional.empty()));
  }

  private static LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException noDay) {
      throw Problems.parameter("date", "parameter.day", date);
    }
  }
}
