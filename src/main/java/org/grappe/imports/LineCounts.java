package org.grappe.imports;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How many lines make a record, say what is there already, and are left out. */
public record LineCounts(long made, long unchanged, long leftOut) {

  /** A row with these three. */
  public static LineCounts of(ResultSet row) throws SQLException {
    return new LineCounts(row.getLong(1), row.getLong(2), row.getLong(3));
  }
}
