package org.grappe.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Where a question is put: to the database as it is now, or to one snapshot of it. */
public interface Statements {
  /** What becomes of one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows. */
  <T> List<T> all(String sql, RowReader<T> reader, List<?> args);
}
