package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** A record that refers to this one by {@code fk_<table>_<column>}. */
  Optional<Found> referring(String constraint, String value) {
    String[] parts = constraint.split("_", 3);
    return constraints
        .finder(parts[1])
        .map(sql -> one(sql.formatted(parts[2]), value))
        .orElseGet(() -> readable(parts[1], parts[2], value));
  }

  /** One that the caller may read; that there is another is told, but not which. */
  private Optional<Found> readable(String table, String column, String value) {
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
        "select '%1$s', t.id from %1$s t where t.\"%2$s\" = ? and %3$s"
            .formatted(table, column, readers),
        value);
  }

  private Optional<Found> one(String sql, String value) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql + " limit 1")) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Found(constraints.collection(rows.getString(1)), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException gone) {
      return Optional.empty();
    }
  }
}
