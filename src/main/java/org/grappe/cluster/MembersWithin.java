package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * Whether the members of a cluster belong to it within its life, where that is put right. The
 * database keeps this rule, too; here it is told with the member that stands against it.
 */
@ApplicationScoped
class MembersWithin {
  /** Later than any day of the registry. */
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private final Database database;
  private final Event<ClusterMoved> moved;

  MembersWithin(Database database, Event<ClusterMoved> moved) {
    this.database = database;
    this.moved = moved;
  }

  /**
   * Makes sure that they do.
   *
   * @throws Problem {@code outside-cluster-life} with the {@code field}, the {@code bound} that it
   *     passes, and the {@code other}
   */
  void require(UUID cluster, ClusterContent before, ClusterContent next) {
    if (!Objects.equals(before.foundedOn(), next.foundedOn())
        || !Objects.equals(before.announcedOn(), next.announcedOn())) {
      requireFounded(cluster, before, next);
    }
    if (next.dissolvedOn() != null && !next.dissolvedOn().equals(before.dissolvedOn())) {
      require(
          cluster,
          """
          select m.id, coalesce(m.until,
            case when coalesce(m."from", m.applied_on) >= n.day then coalesce(m."from", m.applied_on) end)
          from memberships m
          cross join (select ?::uuid as cluster, ?::date as day) n
          where m.cluster = n.cluster and m.refused_on is null and case when m."from" is null
            then m.applied_on >= n.day or m.until > n.day
            else coalesce(m.until, 'infinity') > n.day end
          order by m.until desc nulls first, m.id limit 1""",
          next.dissolvedOn().lastDay(),
          "dissolvedOn");
    }
    Map<String, PartialDate> begins = new LinkedHashMap<>();
    keepMoved(begins, "announcedOn", before.announcedOn(), next.announcedOn());
    keepMoved(begins, "foundedOn", before.foundedOn(), next.foundedOn());
    Map<String, PartialDate> ends = new LinkedHashMap<>();
    keepMoved(ends, "dissolvedOn", before.dissolvedOn(), next.dissolvedOn());
    boolean isUnfounded = isUnfounded(before, next);
    if (isUnfounded || !begins.isEmpty() || !ends.isEmpty()) {
      moved.fire(new ClusterMoved(cluster, begins, ends, isUnfounded));
    }
  }

  private static boolean isUnfounded(ClusterContent before, ClusterContent next) {
    boolean isAnnounced = next.announcedOn() != null && before.announcedOn() == null;
    return next.foundedOn() == null && (before.foundedOn() != null || isAnnounced);
  }

  private static void keepMoved(
      Map<String, PartialDate> moved, String field, PartialDate before, PartialDate next) {
    if (next != null && !next.equals(before)) {
      moved.put(field, next);
    }
  }

  /**
   * The same where it shall end now, with all who are its members and have applied by then.
   *
   * @param on from which day it is no more
   * @throws Problem {@code outside-cluster-life}
   */
  void requireEnd(UUID cluster, PartialDate on) {
    require(
        cluster,
        """
        select m.id, coalesce(m."from", m.applied_on) from memberships m
        where m.cluster = ? and m.refused_on is null and coalesce(m."from", m.applied_on) >= ?
        order by 2 desc, m.id limit 1""",
        on.lastDay(),
        "on");
    moved.fire(new ClusterMoved(cluster, Map.of(), Map.of("on", on), false));
  }

  private void requireFounded(UUID cluster, ClusterContent before, ClusterContent next) {
    PartialDate founded = next.foundedOn();
    if (founded == null && next.announcedOn() == null) {
      return;
    }
    require(
        cluster,
        """
        select m.id, m."from" from memberships m where m.cluster = ? and m."from" < ?
        order by m."from", m.id limit 1""",
        founded == null ? LATEST : founded.firstDay(),
        founded == null && before.foundedOn() == null ? "announcedOn" : "foundedOn");
  }

  private void require(UUID cluster, String sql, LocalDate day, String field) {
    Problems.raise(
        database.one(
            sql,
            row -> against(field, row.getObject(1, UUID.class), row.getString(2)),
            cluster,
            day));
  }

  private static Problem against(String field, UUID other, String bound) {
    Problem problem =
        Problems.of(ClusterProblems.OUTSIDE_CLUSTER_LIFE, "ck_memberships_within_life")
            .withMember("field", field)
            .withMember("other", Map.of("id", other));
    return bound == null ? problem : problem.withMember("bound", bound);
  }
}
