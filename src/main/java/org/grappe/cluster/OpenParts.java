package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Ends what is open in a cluster when the cluster ends. */
@ApplicationScoped
class OpenParts {
  private static final List<String> ENDINGS =
      List.of(
          """
          update mandates set until = ?, version = version + 1, updated_at = ?
          where cluster = ? and (until is null or last_day(until) > last_day(?))""",
          """
          update colleges set until = ?, version = version + 1, updated_at = ?
          where cluster = ? and (until is null or last_day(until) > last_day(?))""",
          """
          update offices set closed_on = ?, version = version + 1, updated_at = ?
          where cluster = ? and (closed_on is null or last_day(closed_on) > last_day(?))""");

  private final Database database;
  private final Today today;

  OpenParts(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  void end(@Observes ClusterDissolved end) {
    String on = end.on().text();
    ENDINGS.forEach(ending -> database.change(ending, on, today.now(), end.cluster(), on));
  }
}
