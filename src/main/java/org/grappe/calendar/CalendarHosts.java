package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.event.EventScope;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Slugs;

/** The clusters whose calendars are taken up. */
@ApplicationScoped
class CalendarHosts {
  private final Database database;

  CalendarHosts(Database database) {
    this.database = database;
  }

  /**
   * The cluster of this slug or id.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Hosting required(String host, EventScope scope) {
    if (host == null || (Slugs.id(host).isEmpty() && !Slugs.isSlug(host))) {
      throw host == null
          ? Problems.parameter(CalendarImport.HOST, "field.missing")
          : Problems.parameter(CalendarImport.HOST, "parameter.reference", host);
    }
    return find(host, scope)
        .orElseThrow(
            () -> Problems.parameter("host", "reference.unknown", Problems.noun("clusters"), host));
  }

  Optional<Hosting> find(String host, EventScope scope) {
    return database.one(
        """
        select id, last_day(dissolved_on) from clusters
        where id = (select clusters_named(?)) or id::text = lower(?)\
        """,
        row -> new Hosting(row.getObject(1, UUID.class), scope, row.getObject(2, LocalDate.class)),
        host,
        host);
  }
}
