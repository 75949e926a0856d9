package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.database.Database;

/** Whose a record is now, as the database tells by what it stores. */
@ApplicationScoped
class CurrentOwners {
  private final Database database;
  private final Callers callers;

  CurrentOwners(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  /**
   * A record as it is now.
   *
   * @param clusters whose it is
   * @param mayRead whether an editor of the caller's clusters may read it
   */
  record Found(List<UUID> clusters, boolean mayRead) {}

  /** The record that a right was about; empty where it, or the part of it, is there no longer. */
  Optional<Found> find(CheckedRight right) {
    if (right.table() == null) {
      return Optional.empty();
    }
    return database.one(
        """
        select clusters_of(%1$s, to_jsonb(t)), may_read(%1$s, to_jsonb(t), ?::uuid[])
        from %2$s t where t.id = ? and position(? in to_jsonb(t)::text) > 0\
        """
            .formatted("'" + right.table() + "'", right.table()),
        row -> new Found(Arrays.asList((UUID[]) row.getArray(1).getArray()), row.getBoolean(2)),
        callers.current().clusters(),
        right.id(),
        right.part() == null ? "" : right.part());
  }
}
