package org.grappe.database;

import java.sql.SQLException;

/** A statement that the database did not carry out. */
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseFailure(SQLException cause) {
    super(cause);
  }
}
