package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.database.Database;

/** Whose the colleges are that mergers and divisions map. */
@ApplicationScoped
class CollegeOwners {
  private final Database database;

  CollegeOwners(Database database) {
    this.database = database;
  }

  /** The cluster of a college; null where somebody has just deleted it. */
  UUID clusterOf(UUID college) {
    return database
        .one(
            "select cluster from colleges where id = ?",
            row -> row.getObject(1, UUID.class),
            college)
        .orElse(null);
  }
}
