package org.grappe.cli.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongConsumer;
import org.grappe.cli.terminal.Failure;

/**
 * Puts a backup into the place of what a registry holds, in one transaction: all of it, or nothing.
 * Its triggers and foreign keys stand aside meanwhile; the keys are checked when they are back.
 */
public final class Restoration {
  private final BackupFile backup;
  private final Connection connection;

  public Restoration(BackupFile backup, Connection connection) {
    this.backup = backup;
    this.connection = connection;
  }

  /**
   * Looks whether the tables of this version are those of the backup.
   *
   * @throws Failure where they are others
   */
  public void requireSchema(Schema schema) {
    backup.manifest().requireSchema(schema.known(), schema.functions());
  }

  /**
   * Looks whether anybody else works there.
   *
   * @throws Failure where somebody does
   */
  public void requireNobodyElse() throws SQLException {
    OtherSessions.requireNone(Registry.of(connection, true));
    connection.rollback();
  }

  /** Whether nothing was ever written in there; there may be no tables yet. */
  public boolean isIntoNothing() throws SQLException {
    Registry registry = Registry.of(connection, true);
    boolean isEmpty =
        registry.number("select count(*) where to_regclass('history') is not null") == 0
            || registry.number("select count(*) from (select from history limit 1) x") == 0;
    connection.rollback();
    return isEmpty;
  }

  /**
   * Carries it out.
   *
   * @param progress told how many rows have been read in, and then checked
   * @throws Failure where somebody works there, or what was read in is not what the backup has
   */
  public void run(LongConsumer progress) throws SQLException, IOException {
    Registry registry = Registry.of(connection, false);
    OtherSessions.requireNone(registry);
    long epoch = registry.number("select epoch from head");
    List<String> tables = backup.manifest().tables().stream().map(Manifest.Table::name).toList();
    new Catalog(registry).require(tables);
    ForeignKeys keys = ForeignKeys.of(registry);
    keys.drop(registry);
    Triggers triggers = new Triggers(tables);
    triggers.disable(registry);
    // sequences begin anew within the transaction: as they were, if it fails
    registry.run(
        "truncate %s restart identity"
            .formatted(String.join(", ", tables.stream().map(Registry::quoted).toList())));
    RestoredRows rows = new RestoredRows(backup, registry, progress);
    rows.load();
    keys.add(registry);
    triggers.enable(registry);
    rows.check();
    // places that were read before lead nowhere now: docs/operations.md
    registry.run(
        "update head set epoch = %d".formatted(Math.max(epoch, backup.manifest().epoch()) + 1));
    connection.commit();
  }

  /** Tells the planner what there is now; the server would do so itself a while later. */
  public void analyze() throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set statement_timeout = 0");
      statement.execute("analyze");
    }
  }
}
