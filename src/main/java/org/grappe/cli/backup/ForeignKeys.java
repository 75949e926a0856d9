package org.grappe.cli.backup;

import java.sql.SQLException;
import java.util.List;

/** The keys by which tables refer to each other, in circles too. */
record ForeignKeys(List<ForeignKey> all) {
  /** One, as PostgreSQL writes it. */
  private record ForeignKey(String table, String name, String definition) {}

  static ForeignKeys of(Registry registry) throws SQLException {
    return new ForeignKeys(
        registry.rows(
            "select r.relname, c.conname, pg_get_constraintdef(c.oid) from pg_constraint c"
                + " join pg_class r on r.oid = c.conrelid where c.contype = 'f'"
                + " and c.connamespace = current_schema()::regnamespace order by r.relname, c.conname",
            row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3))));
  }

  void drop(Registry registry) throws SQLException {
    for (ForeignKey key : all) {
      registry.run(
          "alter table %s drop constraint %s"
              .formatted(Registry.quoted(key.table()), Registry.quoted(key.name())));
    }
  }

  /** Each is checked as it is added. */
  void add(Registry registry) throws SQLException {
    for (ForeignKey key : all) {
      registry.run(
          "alter table %s add constraint %s %s"
              .formatted(
                  Registry.quoted(key.table()), Registry.quoted(key.name()), key.definition()));
    }
  }
}
