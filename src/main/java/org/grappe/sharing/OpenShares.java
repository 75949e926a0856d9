package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.grappe.cluster.ClusterDissolved;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Ends what was shared with a cluster when it ends. */
@ApplicationScoped
class OpenShares {
  private final Database database;
  private final Today today;

  OpenShares(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** What takes place before that day stays in its calendar. */
  void end(@Observes ClusterDissolved end) {
    var day = end.on().lastDay();
    database.change(
        """
        update shares s set until = ?, version = s.version + 1, updated_at = ?
        from events e
        where e.id = s.event and s.cluster = ? and s.until is null
          and (e.last_on is null or e.last_on >= ?)""",
        day,
        today.now(),
        end.cluster(),
        day);
  }
}
