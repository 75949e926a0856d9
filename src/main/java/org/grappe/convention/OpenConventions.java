package org.grappe.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.grappe.cluster.ClusterDissolved;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Ends the conventions that would be left with one party when a cluster ends. */
@ApplicationScoped
class OpenConventions {
  private final Database database;
  private final Today today;

  OpenConventions(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  void end(@Observes ClusterDissolved end) {
    String on = end.on().text();
    database.change(
        """
        update conventions k set until = ?, version = k.version + 1, updated_at = ?
        where k.parties @> array[?::uuid] and (k.until is null or last_day(k.until) > last_day(?))
          and (select count(*) from unnest(k.parties) party join clusters c on c.id = party
               where c.dissolved_on is null and c.id <> ?) < 2""",
        on,
        today.now(),
        end.cluster(),
        on,
        end.cluster());
  }
}
