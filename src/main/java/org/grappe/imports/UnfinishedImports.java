package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.grappe.database.Database;

/** Tells those who act on all that is kept whether files are on their way into it. */
@ApplicationScoped
public class UnfinishedImports {
  private final Database database;

  UnfinishedImports(Database database) {
    this.database = database;
  }

  /** Whether any was not over at an instant, or has begun since. */
  public boolean areAnySince(Instant instant) {
    return database
        .one(
            """
            select exists (select from imports i
              where import_status(i) in ('WAITING', 'RUNNING')
                or coalesce(i.ended_at, i.cancelled_at) >= ?)""",
            row -> row.getBoolean(1),
            instant)
        .orElseThrow();
  }

  /** Whether any is not over that was sent by an instant. */
  public boolean areAnyFromBefore(Instant instant) {
    return database
        .one(
            """
            select exists (select from imports i
              where import_status(i) in ('WAITING', 'RUNNING') and i.created_at <= ?)""",
            row -> row.getBoolean(1),
            instant)
        .orElseThrow();
  }
}
