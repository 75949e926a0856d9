package org.grappe.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  private static final int LOOKS = 20;
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
    backup.requireSchema(schema.known(), schema.functions());
  }

  /**
   * Looks whether anybody else works there.
   *
   * @throws Failure where somebody does
   */
  public void requireNobodyElse() throws SQLException {
    requireNobodyElse(Registry.of(connection, true));
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
    requireNobodyElse(registry);
    long epoch = registry.number("select epoch from head");
    List<String> tables = tables(registry);
    ForeignKeys keys = ForeignKeys.of(registry);
    keys.drop(registry);
    for (String table : tables) {
      registry.run("alter table " + Registry.quoted(table) + " disable trigger user");
    }
    // sequences begin anew within the transaction: as they were, if it fails
    registry.run(
        "truncate %s restart identity"
            .formatted(String.join(", ", tables.stream().map(Registry::quoted).toList())));
    load(registry, progress);
    keys.add(registry);
    for (String table : tables) {
      registry.run("alter table " + Registry.quoted(table) + " enable trigger user");
    }
    check(registry, progress);
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

  /** Those of the backup; what others have beside them stays as it is. */
  private List<String> tables(Registry registry) throws SQLException {
    List<String> there = registry.tables();
    List<String> tables = backup.manifest().tables().stream().map(Manifest.Table::name).toList();
    for (String table : tables) {
      if (!there.contains(table)) {
        throw Failure.refused("restore.no-table", table);
      }
    }
    return tables;
  }

  /** The server takes a moment to end a connection that was closed, such as those of Flyway. */
  private static void requireNobodyElse(Registry registry) throws SQLException {
    long others = others(registry);
    for (int i = 1; i < LOOKS && others > 0; i++) {
      registry.run("select pg_sleep(0.1)");
      others = others(registry);
    }
    if (others > 0) {
      throw Failure.refused("restore.others", others);
    }
  }

  /** Whoever may not see of what kind others are sees that the server's own have no user. */
  private static long others(Registry registry) throws SQLException {
    // else every look within a transaction sees what the first has seen
    registry.run("select pg_stat_clear_snapshot()");
    return registry.number(
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and usesysid is not null"
            + " and coalesce(backend_type, 'client backend') = 'client backend'");
  }

  private void load(Registry registry, LongConsumer progress) throws SQLException, IOException {
    long all = 0;
    for (Manifest.Table table : backup.manifest().tables()) {
      try (InputStream rows = backup.rows(table)) {
        all += registry.read(table.name(), table.columns(), rows);
      }
      progress.accept(all);
    }
    for (Manifest.Sequence sequence : backup.manifest().sequences()) {
      registry.text(
          "select setval('%s', %d, %s)"
              .formatted(
                  Registry.quoted(sequence.name()).replace("'", "''"),
                  sequence.last(),
                  sequence.called()));
    }
  }

  /** What has been read in is written once more, and must be the same. */
  private void check(Registry registry, LongConsumer progress) throws SQLException, IOException {
    long all = 0;
    for (Manifest.Table table : backup.manifest().tables()) {
      CountedRows counted = new CountedRows(OutputStream.nullOutputStream());
      all += registry.write(table.name(), table.columns(), counted);
      if (!counted.sha256().equals(table.sha256())) {
        throw Failure.refused("restore.differs", table.name());
      }
      progress.accept(all);
    }
  }
}
