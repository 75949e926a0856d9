package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.grappe.cluster.ClusterDissolved;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Ends memberships and applications when their cluster ends. */
@ApplicationScoped
class OpenMemberships {
  private final Database database;
  private final Today today;

  OpenMemberships(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** One that begins on or after the day is left: it stands against the dissolution. */
  void end(@Observes ClusterDissolved end) {
    var day = end.on().lastDay();
    database.change(
        """
        update memberships
        set until = ?, end_reason = 'DISSOLVED', version = version + 1, updated_at = ?
        where cluster = ? and refused_on is null and (until is null or until > ?)
          and coalesce("from", applied_on) < ?""",
        day,
        today.now(),
        end.cluster(),
        day,
        day);
  }
}
