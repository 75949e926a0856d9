package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.database.Busy;
import org.grappe.database.Database;

/**
 * Calendars of one host are taken up one after the other: which of their events are known is looked
 * up before they are made. Everybody else writes meanwhile.
 */
@ApplicationScoped
class CalendarTurns {
  private final Database database;

  CalendarTurns(Database database) {
    this.database = database;
  }

  /**
   * Takes the host's turn until the transaction ends, once its cluster is shared.
   *
   * @throws Busy while another calendar has it
   */
  void take(UUID host) {
    boolean free =
        database
            .one(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                row -> row.getBoolean(1),
                "calendars of " + host)
            .orElseThrow();
    if (!free) {
      throw new Busy();
    }
  }
}
