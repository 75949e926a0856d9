package org.grappe.query;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where the columns of a statement are, by name; the first is 1. */
final class ColumnPositions {
  private final Map<String, Integer> positions = new HashMap<>();

  ColumnPositions(ResultSetMetaData columns) throws SQLException {
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      positions.put(columns.getColumnLabel(i), i);
    }
  }

  /**
   * Where a column is.
   *
   * @throws IllegalStateException if the statement does not select it
   */
  int of(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalStateException("the query does not select " + column);
    }
    return position;
  }

  /** The same, 0 where the statement does not select it. */
  int ofOptional(String column) {
    return positions.getOrDefault(column, 0);
  }
}
