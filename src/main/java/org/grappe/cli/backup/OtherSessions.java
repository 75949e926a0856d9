package org.grappe.cli.backup;

import java.sql.SQLException;
import org.grappe.cli.terminal.Failure;

/** Whether anybody else works in the registry's database. */
final class OtherSessions {
  private static final int LOOKS = 20;

  private OtherSessions() {}

  /**
   * Looks a while, for the server takes a moment to end a connection that was closed, such as those
   * of Flyway.
   *
   * @throws Failure where there are others
   */
  static void requireNone(Registry registry) throws SQLException {
    long others = count(registry);
    for (int i = 1; i < LOOKS && others > 0; i++) {
      registry.run("select pg_sleep(0.1)");
      others = count(registry);
    }
    if (others > 0) {
      throw Failure.refused("restore.others", others);
    }
  }

  /** Whoever may not see of what kind others are sees that the server's own have no user. */
  private static long count(Registry registry) throws SQLException {
    // else every look within a transaction sees what the first has seen
    registry.run("select pg_stat_clear_snapshot()");
    return registry.number(
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and usesysid is not null"
            + " and coalesce(backend_type, 'client backend') = 'client backend'");
  }
}
