package org.grappe.sharing;

import java.time.LocalDate;
import java.util.UUID;
import org.grappe.database.Database;

/**
 * The days of an event on which a convention must be in force.
 *
 * @param first null where not known, as {@code last}
 */
record SharedDays(LocalDate first, LocalDate last) {
  /** Of a recurring event those to come, or else, like of any other, its first day. */
  static SharedDays of(UUID event, LocalDate today, Database database) {
    return database
        .one(
            """
            select coalesce(min(d.starts_on), e.first_on),
              case when e.occurs_until = date '9999-12-31' then e.occurs_until
                else coalesce(max(d.starts_on), e.first_on) end
            from events e left join event_days d on d.event = e.id and d.starts_on >= ?
            where e.id = ? group by e.id""",
            row ->
                new SharedDays(
                    row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
            today,
            event)
        .orElseThrow();
  }
}
