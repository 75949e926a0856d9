package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.database.Busy;
import org.grappe.database.Database;
import org.grappe.query.PathId;
import org.grappe.query.View;
import org.grappe.record.ClusterLocks;
import org.grappe.record.HistoryRights;

/** Finds a merger or division for what reaches over all of its clusters. */
@ApplicationScoped
class UndertakingFinder {
  private final ClusterLocks locks;
  private final Database database;
  private final Callers callers;
  private final HistoryRights historyRights;

  UndertakingFinder(
      ClusterLocks locks, Database database, Callers callers, HistoryRights historyRights) {
    this.locks = locks;
    this.database = database;
    this.callers = callers;
    this.historyRights = historyRights;
  }

  /**
   * One that is about to change all that belongs to its clusters: nobody else writes any of that
   * until the transaction ends. The clusters come before it, in which others may stand by the time
   * they are held.
   *
   * @param involved asks for its clusters by its id
   */
  <U extends Undertaking<C>, C extends Record, V extends View> U held(
      Undertakings<U, C, V> all, String id, String involved) {
    List<UUID> clusters = clusters(id, involved);
    locks.hold(clusters);
    U undertaking = all.required(id);
    if (!clusters.equals(clusters(id, involved))) {
      throw new Busy();
    }
    return undertaking;
  }

  private List<UUID> clusters(String id, String involved) {
    return database.all(involved, row -> row.getObject(1, UUID.class), List.of(PathId.of(id)));
  }

  /** One whose preview the caller may read; all that is read of it is of one moment. */
  <U extends Undertaking<C>, C extends Record, V extends View> U toPreview(
      Undertakings<U, C, V> all, String table, String id) {
    database.change("set transaction isolation level repeatable read");
    U undertaking = all.records().required(id);
    if (!callers.current().readsApplications()) {
      historyRights.require(all.owners(undertaking), table, undertaking.id());
    }
    return undertaking;
  }
}
