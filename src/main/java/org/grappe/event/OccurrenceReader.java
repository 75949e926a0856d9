package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.AsOf;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Scope;
import org.grappe.query.Sort;

/** Reads one occurrence: the event's day by its rule, and what was changed of it. */
@ApplicationScoped
class OccurrenceReader {
  private static final Listing<OccurrenceView> LISTING =
      Listing.of(
              "/events/{id}/occurrences",
              OccurrenceView.class,
              """
              e.id, e.version, e.id as event_id, e.called as event_name, d.date, d.starts_on,
              d.ends_on, coalesce((x.moved ->> 'startTime')::time, e.start_time) as start_time,
              coalesce((x.moved ->> 'endTime')::time, e.end_time) as end_time, e.timezone,
              coalesce(x.moved ->> 'venue', e.venue) as venue, c.cancelled_on, x.reason,
              event_status(c.cancelled_on, d.ends_on, :on) as status""",
              """
              events e join event_days d on d.event = e.id
              left join lateral (
                select x -> 'moved' as moved, (x ->> 'cancelledOn')::date as cancelled_on,
                  x ->> 'reason' as reason
                from jsonb_array_elements(e.changed) x where x ->> 'date' = d.date::text) x on true
              cross join lateral (
                select least(x.cancelled_on,
                  case when e.cancelled_on <= d.starts_on then e.cancelled_on end)
                  as cancelled_on) c""")
          .plainRows()
          .sort("date", Sort.Kind.DATE, "d.date")
          .sortedBy("date");

  private final ListReader reader;

  OccurrenceReader(ListReader reader) {
    this.reader = reader;
  }

  /**
   * An occurrence as it stands on a day.
   *
   * @throws Problem {@code not-found} where the rule gives no such day
   */
  OccurrenceView one(UUID event, LocalDate date, AsOf asOf) {
    return reader
        .one(
            LISTING,
            new Scope("(e.id, d.date) = (:event, :date)", Map.of("event", event, "date", date)),
            asOf)
        .orElseThrow(() -> Problems.notFound("occurrences", date));
  }
}
