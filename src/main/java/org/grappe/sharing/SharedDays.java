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
            "select first_on, last_on from days_to_share(?, ?)",
            row ->
                new SharedDays(
                    row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
            event,
            today)
        .orElseThrow();
  }
}
