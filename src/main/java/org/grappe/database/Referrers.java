package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;

/** Finds the records that refer to one which was to be deleted. */
@ApplicationScoped
class Referrers {
  private final Lookup lookup;
  private final Callers callers;
  private final ConstraintRegistry constraints;

  Referrers(Lookup lookup, Callers callers, ConstraintRegistry constraints) {
    this.lookup = lookup;
    this.callers = callers;
    this.constraints = constraints;
  }

  /**
   * A record that refers to this one by {@code fk_<table>_<column>} and that the caller may read;
   * that there is another is told, but neither which nor of what kind.
   */
  Optional<Lookup.Found> by(String constraint, String value) {
    return linking(constraint).or(() -> owning(constraint)).flatMap(all -> readable(all, value));
  }

  /** How a table that only links records finds those that it links. */
  private Optional<String> linking(String constraint) {
    String[] parts = constraint.split("_", 3);
    return constraints.finder(parts[1]).map(sql -> sql.formatted(parts[2]));
  }

  /** How the table that has the constraint finds its own records. */
  private Optional<String> owning(String constraint) {
    return lookup
        .rows(
            "select conrelid::regclass::text from pg_constraint where conname = ?",
            constraint,
            row -> row.getString(1))
        .stream()
        .map(
            table ->
                "select '%1$s', id from %1$s where \"%2$s\" = ?"
                    .formatted(table, constraint.substring("fk__".length() + table.length())))
        .findFirst();
  }

  private Optional<Lookup.Found> readable(String all, String value) {
    return lookup
        .rows(
            "select distinct f.of_table from (" + all + ") f (of_table, id)",
            value,
            row -> row.getString(1))
        .stream()
        .flatMap(table -> readable(table, all, value).stream())
        .findFirst();
  }

  /** The first of those in a table that the caller may read. */
  private Optional<Lookup.Found> readable(String table, String all, String value) {
    Caller caller = callers.current();
    String readers =
        caller.readsApplications()
            ? "true"
            : "may_read('%s', to_jsonb(t), '%s')"
                .formatted(
                    table,
                    caller.clusters().stream()
                        .map(UUID::toString)
                        .collect(Collectors.joining(",", "{", "}")));
    return lookup.one(
        """
        select '%1$s', t.id from %1$s t
        where t.id in (select f.id from (%2$s) f (of_table, id) where f.of_table = '%1$s')
          and %3$s"""
            .formatted(table, all, readers),
        value);
  }
}
