package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Where connections come from: from those that all share, or from those kept for long work. */
@ApplicationScoped
class Connections {
  private static final ThreadLocal<Boolean> APART = ThreadLocal.withInitial(() -> false);
  private final DataSource shared;
  private final DataSource own;

  Connections(DataSource shared, @io.quarkus.agroal.DataSource("imports") DataSource own) {
    this.shared = shared;
    this.own = own;
  }

  <T> T apart(Callable<T> act) throws Exception {
    boolean before = APART.get();
    APART.set(true);
    try {
      return act.call();
    } finally {
      APART.set(before);
    }
  }

  Connection get() throws SQLException {
    return (APART.get() ? own : shared).getConnection();
  }
}
