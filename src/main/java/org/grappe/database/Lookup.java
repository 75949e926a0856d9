package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds the record that stands against a write which the database refused, once it is undone.
 * Values are compared as what their columns are ({@code stringtype=unspecified}), so that indexes
 * serve.
 */
@ApplicationScoped
class Lookup {
  private final DataSource source;
  private final ConstraintRegistry constraints;

  Lookup(DataSource source, ConstraintRegistry constraints) {
    this.source = source;
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

  /** The first record that SQL finds by a value. */
  Optional<Found> one(String sql, String value) {
    return rows(
            sql + " limit 1",
            value,
            row -> new Found(constraints.collection(row.getString(1)), row.getString(2)))
        .stream()
        .findFirst();
  }

  <T> List<T> rows(String sql, String value, Statements.RowReader<T> reader) {
    try (Connection connection = source.getConnection()) {
      return new Sql(sql, List.of(value)).all(connection, reader);
    } catch (SQLException gone) {
      return List.of();
    }
  }
}
