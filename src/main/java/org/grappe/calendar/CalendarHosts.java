package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Database;
import org.grappe.event.EventScope;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Slugs;

/** The clusters whose calendars are taken up. */
@ApplicationScoped
class CalendarHosts {
  private final ClusterLookup clusters;
  private final Database database;

  CalendarHosts(ClusterLookup clusters, Database database) {
    this.clusters = clusters;
    this.database = database;
  }

  /**
   * The cluster of this slug or id.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Hosting required(String host, EventScope scope) {
    if (host == null || !Slugs.isKey(host)) {
      throw host == null
          ? Problems.parameter(CalendarImport.HOST, "field.missing")
          : Problems.parameter(CalendarImport.HOST, "parameter.reference", host);
    }
    return find(host, scope)
        .orElseThrow(
            () -> Problems.parameter("host", "reference.unknown", Problems.noun("clusters"), host));
  }

  Optional<Hosting> find(String host, EventScope scope) {
    return clusters.find(host).flatMap(cluster -> hosting(cluster, scope));
  }

  private Optional<Hosting> hosting(UUID cluster, EventScope scope) {
    return database.one(
        "select last_day(dissolved_on) from clusters where id = ?",
        row -> new Hosting(cluster, scope, row.getObject(1, LocalDate.class)),
        cluster);
  }
}
