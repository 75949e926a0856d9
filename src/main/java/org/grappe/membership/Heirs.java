package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterLocks;
import org.grappe.value.Ref;

/** What followed a cluster, in which its members went on. */
@ApplicationScoped
class Heirs {
  private final Database database;
  private final ClusterLocks locks;
  private final Today today;

  Heirs(Database database, ClusterLocks locks, Today today) {
    this.database = database;
    this.locks = locks;
    this.today = today;
  }

  /**
   * Continues a membership in them all, as far as it had not ended by then.
   *
   * @param ends until when it goes on, as text; empty where that is not said
   * @param why for which reason it ends then, likewise
   * @return the colleges for whose members a result has none
   * @throws Problem {@code membership-overlap} with the {@code other}
   */
  List<Ref> take(UUID membership, MembershipContent content, String ends, String why) {
    locks.share(of(content.cluster()));
    requireRoom(membership, content, ends);
    return database.all(
        """
        select k.id, k.name
        from continue_late(array[?::uuid], ?, nullif(?, '')::date, nullif(?, '')) late(college)
        join colleges k on k.id = late.college order by k.name, k.id""",
        row -> new Ref(row.getObject(1, UUID.class), row.getString(2), null),
        List.of(membership, today.now(), ends, why));
  }

  /**
   * Who belongs to what followed from a later day on cannot have gone on there: one of both is
   * wrong, or this one did not go on.
   */
  private void requireRoom(UUID membership, MembershipContent content, String ends) {
    Problems.raise(
        database.one(
            """
            select l.membership, l."from", on_day(c.name, c.periods, 'name', l."from")
            from later_in_line(?, ?, nullif(?, '')::uuid, ?) l join clusters c on c.id = l.named
            where not exists (select from continuations k where k.continued = ?)
              and l."from" < coalesce(nullif(?, '')::date, 'infinity')""",
            row -> later(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
            content.cluster(),
            content.organisation(),
            content.college() == null ? "" : content.college().toString(),
            content.until().minusDays(1),
            membership,
            ends));
  }

  private static Problem later(UUID other, String from, String cluster) {
    return Problems.of(
            MembershipProblems.MEMBERSHIP_OVERLAP, "membership.later-in-result", cluster, from)
        .withMember("field", "continued")
        .withMember("bound", from)
        .withMember("other", Map.of("id", other));
  }

  private List<UUID> of(UUID cluster) {
    return database.all(
        """
        with recursive line(id) as (
          select ?::uuid
          union
          select r.id from line cross join lateral passings_of(line.id) p
          cross join lateral unnest(p.results) r(id))
        select id from line""",
        row -> row.getObject(1, UUID.class),
        List.of(cluster));
  }
}
