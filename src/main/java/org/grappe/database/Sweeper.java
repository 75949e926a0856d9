package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Deletes what is kept for a time, by a timer and beside the requests: one instance at a time, in
 * portions that each are a transaction, and past the rows that somebody holds.
 */
@ApplicationScoped
public class Sweeper {
  private static final int PORTION = 1_000;
  private final Database database;

  Sweeper(Database database) {
    this.database = database;
  }

  /**
   * Deletes the rows of a table that are older than this; none where another instance is at it.
   *
   * @param age an interval, as PostgreSQL writes it
   */
  public void sweep(String table, String age) {
    String portion =
        """
        with mine as materialized (
          select pg_try_advisory_xact_lock(hashtextextended('sweep %1$s', 0)) as mine)
        delete from %1$s where (select mine from mine) and ctid = any(array(
          select ctid from %1$s where created_at < now() - ?::interval
          order by created_at limit %2$d for update skip locked))"""
            .formatted(table, PORTION);
    while (database.change(portion, age) == PORTION) {
      // the next one
    }
  }
}
