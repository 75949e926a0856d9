package org.grappe.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.value.Documents;
import org.grappe.value.Ids;

/** What is kept of erasures: that there were some, and those to be done once more. */
@ApplicationScoped
class ErasureJournal {
  private final Database database;
  private final Callers callers;
  private final Today today;

  ErasureJournal(Database database, Callers callers, Today today) {
    this.database = database;
    this.callers = callers;
    this.today = today;
  }

  /** Keeps who had how much taken out, without the name. */
  void keep(ErasureReport report, UUID cluster) {
    database.change(
        """
        insert into erasures (id, at, by, cluster, report)
        values (?, ?, ?::jsonb, nullif(?, '')::uuid, ?::jsonb)\
        """,
        Ids.fresh(),
        today.now(),
        Documents.text(callers.current().author()),
        cluster == null ? "" : cluster.toString(),
        Documents.text(report));
  }

  /** Keeps the name until it has been taken out once more. */
  void repeatLater(String person, UUID cluster) {
    database.change(
        """
        insert into repeated_erasures (id, person, cluster, at)
        values (?, ?, nullif(?, '')::uuid, ?)""",
        Ids.fresh(),
        person,
        cluster == null ? "" : cluster.toString(),
        today.moment());
  }
}
