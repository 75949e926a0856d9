package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.grappe.cluster.ClusterDissolved;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Cancels what a cluster was still to host when it ends. */
@ApplicationScoped
class OpenEvents {
  private final Database database;
  private final Today today;

  OpenEvents(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * What goes on that day already goes on; of a recurring event, the occurrences to come do not.
   */
  void end(@Observes ClusterDissolved end) {
    var day = end.on().lastDay();
    database.change(
        """
        update events set cancelled_on = ?, version = version + 1, updated_at = ?
        where host_cluster = ? and cancelled_on is null
          and (first_on is null or first_on >= ? or (recurrence is not null and last_on >= ?))""",
        day,
        today.now(),
        end.cluster(),
        day,
        day);
  }
}
