package org.grappe.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Statements.RowReader;

/** A statement on one connection, with its arguments. */
record Sql(String text, List<?> args) {
  private static final int FETCHED_AT_ONCE = 500;
  private static final int FETCHED_AT_FIRST = 20;

  /** Of what comes from the database at once, about. */
  private static final int BYTES_AT_ONCE = 2 << 20;

  <T> List<T> all(Connection connection, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(connection, statement);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  /**
   * Row after row in constant memory, within whatever transaction the connection is in: the longer
   * they are, the fewer are fetched at once.
   */
  <T> void each(Connection connection, RowReader<T> reader, Snapshot.Taker<T> taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setFetchSize(FETCHED_AT_FIRST);
      bind(connection, statement);
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        int longest = 1;
        while (rows.next()) {
          int bytes = bytes(rows, columns);
          longest = Math.max(longest - longest / 64, bytes);
          rows.setFetchSize(Math.max(1, Math.min(FETCHED_AT_ONCE, BYTES_AT_ONCE / longest)));
          taker.take(reader.read(rows), bytes);
        }
      }
    }
  }

  /** As they came; nothing is copied for it. */
  private static int bytes(ResultSet rows, int columns) throws SQLException {
    int bytes = 1;
    for (int i = 1; i <= columns; i++) {
      byte[] value = rows.getBytes(i);
      bytes += value == null ? 0 : value.length;
    }
    return bytes;
  }

  /** Changes rows; answers how many. */
  int change(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      bind(connection, statement);
      return statement.executeUpdate();
    }
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    for (int i = 0; i < args.size(); i++) {
      statement.setObject(i + 1, value(connection, args.get(i)));
    }
  }

  private static Object value(Connection connection, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof List<?> list) {
      // an empty one is of any type (stringtype=unspecified)
      return list.isEmpty()
          ? "{}"
          : connection.createArrayOf(list.get(0) instanceof UUID ? "uuid" : "text", list.toArray());
    }
    return value;
  }
}
