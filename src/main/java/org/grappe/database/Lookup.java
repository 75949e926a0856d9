package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;

/**
 * Finds the record that stands against a write which the database refused, once it is undone.
 * Values are compared as what their columns are ({@code stringtype=unspecified}), so that indexes
 * serve.
 */
@ApplicationScoped
class Lookup {
  private final DataSource source;
  private final Callers callers;
  private final ConstraintRegistry constraints;

  Lookup(DataSource source, Callers callers, ConstraintRegistry constraints) {
    this.source = source;
    this.callers = callers;
    this.constraints = constraints;
  }

  /**
   * A record.
   *
   * @param collection the collection that it belongs to
   */
  record Found(String collection, String id) {}

  /** The record of a table with this value in this column; names come from constraints alone. */
  Optional<Found> by(String table, String column, String value) {
    return one("select '%1$s', id from %1$s where \"%2$s\" = ?".formatted(table, column), value);
  }

  /** The record that has a value which only one can have, whatever its table. */
  Optional<Found> holder(String constraint, String value) {
    return constraints.finder(constraint).flatMap(sql -> one(sql, value));
  }

  /**
   * A record that refers to this one by {@code fk_<table>_<column>} and that the caller may read;
   * that there is another is told, but neither which nor of what kind.
   */
  Optional<Found> referring(String constraint, String value) {
    return linking(constraint).or(() -> owning(constraint)).flatMap(all -> readable(all, value));
  }

  /** How a table that only links records finds those that it links. */
  private Optional<String> linking(String constraint) {
    String[] parts = constraint.split("_", 3);
    return constraints.finder(parts[1]).map(sql -> sql.formatted(parts[2]));
  }

  /** How the table that has the constraint finds its own records. */
  private Optional<String> owning(String constraint) {
    return rows(
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

  private Optional<Found> readable(String all, String value) {
    return rows(
            "select distinct f.of_table from (" + all + ") f (of_table, id)",
            value,
            row -> row.getString(1))
        .stream()
        .flatMap(table -> readable(table, all, value).stream())
        .findFirst();
  }

  /** The first of those in a table that the caller may read. */
  private Optional<Found> readable(String table, String all, String value) {
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
    return one(
        """
        select '%1$s', t.id from %1$s t
        where t.id in (select f.id from (%2$s) f (of_table, id) where f.of_table = '%1$s')
          and %3$s"""
            .formatted(table, all, readers),
        value);
  }

  private Optional<Found> one(String sql, String value) {
    return rows(
            sql + " limit 1",
            value,
            row -> new Found(constraints.collection(row.getString(1)), row.getString(2)))
        .stream()
        .findFirst();
  }

  private <T> List<T> rows(String sql, String value, Statements.RowReader<T> reader) {
    try (Connection connection = source.getConnection()) {
      return Database.all(connection, sql, reader, List.of(value));
    } catch (SQLException gone) {
      return List.of();
    }
  }
}
