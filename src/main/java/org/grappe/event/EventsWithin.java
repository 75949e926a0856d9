package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.grappe.cluster.ClusterMoved;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * Whether what a cluster hosts begins before its end, where that is put right: a dissolution
 * cancels the rest. The database keeps this rule, too; here it is told by name.
 */
@ApplicationScoped
class EventsWithin {
  private final Database database;

  EventsWithin(Database database) {
    this.database = database;
  }

  void require(@Observes ClusterMoved moved) {
    PartialDate end = moved.ends().get("dissolvedOn");
    if (end == null) {
      return;
    }
    Problems.raise(
        database.one(
            "select event, starts_on from hosted_from(?, ?) limit 1",
            row ->
                ClusterProblems.beginsLater(
                    "dissolvedOn", "events", row.getObject(1, UUID.class), row.getString(2)),
            moved.cluster(),
            end.lastDay()));
  }
}
