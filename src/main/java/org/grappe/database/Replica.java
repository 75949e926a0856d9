package org.grappe.database;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether this database only follows another, and takes no writes. It is asked each time, for it
 * may be promoted while the service runs. Timers that write are left out meanwhile.
 */
@ApplicationScoped
public class Replica implements Scheduled.SkipPredicate {
  private final Database database;

  Replica(Database database) {
    this.database = database;
  }

  /** Whether it is one now. */
  public boolean isOne() {
    return database.one("select pg_is_in_recovery()", row -> row.getBoolean(1)).orElseThrow();
  }

  @Override
  public boolean test(ScheduledExecution timer) {
    try {
      return isOne();
    } catch (RuntimeException outOfReach) {
      // which the timer's own work tells
      return false;
    }
  }
}
