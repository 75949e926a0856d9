package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.cluster.EndedClusters;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.event.EventContent;
import org.grappe.event.EventScope;
import org.grappe.event.HeldEvent;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterLocks;

/** With whom an event may be shared, and under which convention. */
@ApplicationScoped
class SharingRules {
  private final Database database;
  private final ClusterLocks locks;
  private final Today today;

  SharingRules(Database database, ClusterLocks locks, Today today) {
    this.database = database;
    this.locks = locks;
    this.today = today;
  }

  /**
   * The convention under which the event, as it is written in the database, may be shared.
   *
   * @throws Problem {@code local-event}, {@code own-event}, {@code no-convention-in-force}
   */
  UUID convention(HeldEvent event, UUID partner) {
    return convention(event.id(), event.content(), partner);
  }

  /** The same as it says now. */
  UUID convention(UUID event, EventContent content, UUID partner) {
    if (content.scope() == EventScope.LOCAL) {
      throw Problems.of(SharingProblems.LOCAL_EVENT, "local-event");
    }
    UUID host = content.host() == null ? null : content.host().cluster();
    if (host == null) {
      throw Problems.of(SharingProblems.NO_CONVENTION_IN_FORCE, "share.no-host");
    }
    if (host.equals(partner)) {
      throw Problems.of(SharingProblems.OWN_EVENT, "own-event.of", name(partner));
    }
    locks.share(List.of(host, partner));
    SharedDays days = SharedDays.of(event, today.day(), database);
    if (days.first() == null) {
      throw Problems.of(SharingProblems.NO_CONVENTION_IN_FORCE, "share.no-day");
    }
    return database
        .one(
            """
            select k.id from conventions k
            where k.id = convention_between(?, ?, ?, ?) for share of k""",
            row -> row.getObject(1, UUID.class),
            host,
            partner,
            days.first(),
            days.last())
        .orElseThrow(
            () ->
                Problems.of(
                    SharingProblems.NO_CONVENTION_IN_FORCE,
                    "no-convention-in-force.between",
                    name(host),
                    name(partner),
                    days.first()));
  }

  /** Nothing moves beyond the end of who shares it. */
  void requireThere(UUID event, UUID partner) {
    SharedDays days = SharedDays.of(event, today.day(), database);
    new EndedClusters(database, today.day()).requireBegun(partner, "startsOn", days.first());
  }

  private String name(UUID cluster) {
    return database
        .one(
            "select on_day(name, periods, 'name', ?::date) from clusters where id = ?",
            row -> row.getString(1),
            today.day(),
            cluster)
        .orElseThrow();
  }
}
