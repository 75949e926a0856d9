package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterLocks;
import org.grappe.value.Ref;

/**
 * Memberships that are entered, or put right, after the merger by which they ended: they go on in
 * the result as if they had been there when it took effect.
 */
@ApplicationScoped
class LateMemberships {
  private final Database database;
  private final ClusterLocks locks;
  private final Today today;

  LateMemberships(Database database, ClusterLocks locks, Today today) {
    this.database = database;
    this.locks = locks;
    this.today = today;
  }

  /** By what a cluster ended, and on which first possible day. */
  private record End(LocalDate day, MembershipContent.EndReason reason) {}

  /** The first possible day of the merger or split by which a cluster ended; none if it did not. */
  Optional<LocalDate> endOf(UUID cluster) {
    return end(cluster).map(End::day);
  }

  private Optional<End> end(UUID cluster) {
    return database.one(
        "select day, reason from end_of_cluster(?)",
        row ->
            new End(
                row.getObject(1, LocalDate.class),
                MembershipContent.EndReason.valueOf(row.getString(2))),
        cluster);
  }

  /**
   * One that has no end in a cluster that has: the merger ended it.
   *
   * @throws Problem {@code validation-failed} where it says that it ended so, and no merger did
   */
  MembershipContent ended(MembershipContent content) {
    MembershipContent ended = filled(content);
    if (ended.endReason() != null && ended.until() == null) {
      throw Problems.validationFailed("/endReason", "membership.reason-without-end");
    }
    return ended;
  }

  private MembershipContent filled(MembershipContent content) {
    boolean isOpen = content.from() != null && content.until() == null && content.cluster() != null;
    if (!isOpen) {
      return content;
    }
    // its merger keeps its day until this is written
    locks.share(List.of(content.cluster()));
    return end(content.cluster())
        .filter(end -> end.day().isAfter(content.from()))
        .map(end -> content.with(one -> one.until(end.day()).endReason(end.reason())))
        .orElse(content);
  }

  /**
   * Continues it through every later merger and split.
   *
   * @return the colleges for whose members a result has none
   */
  List<Ref> continueThrough(UUID membership, MembershipContent content) {
    boolean isContinued =
        content.from() != null
            && content.endReason() != null
            && !Boolean.FALSE.equals(content.continued());
    if (!isContinued
        || !end(content.cluster())
            .equals(Optional.of(new End(content.until(), content.endReason())))) {
      return List.of();
    }
    locks.share(heirs(content.cluster()));
    requireRoom(membership, content);
    return database.all(
        """
        select k.id, k.name from continue_late(array[?::uuid], ?) late(college)
        join colleges k on k.id = late.college order by k.name, k.id""",
        row -> new Ref(row.getObject(1, UUID.class), row.getString(2), null),
        List.of(membership, today.now()));
  }

  /** The same of one that is put right, where that says otherwise whether and how it goes on. */
  List<Ref> continueChanged(UUID membership, MembershipContent before, MembershipContent content) {
    return said(before).equals(said(content)) ? List.of() : continueThrough(membership, content);
  }

  private static MembershipContent said(MembershipContent content) {
    return content.with(
        one -> one.appliedOn(null).continues(null).sources(null).statements(null).remarks(null));
  }

  /**
   * Who belongs to what followed from a later day on cannot have gone on there: one of both is
   * wrong, or this one did not go on.
   */
  private void requireRoom(UUID membership, MembershipContent content) {
    database
        .all(
            """
            select l.membership, l."from", on_day(c.name, c.periods, 'name', l."from")
            from later_in_line(?, ?, nullif(?, '')::uuid) l join clusters c on c.id = l.named
            where not exists (select from continuations k where k.continued = ?)""",
            row ->
                Problems.of(
                        MembershipProblems.MEMBERSHIP_OVERLAP,
                        "membership.later-in-result",
                        row.getString(3),
                        row.getString(2))
                    .withMember("field", "continued")
                    .withMember("bound", row.getString(2))
                    .withMember("other", Map.of("id", row.getObject(1, UUID.class))),
            List.of(
                content.cluster(),
                content.organisation(),
                content.college() == null ? "" : content.college().toString(),
                membership))
        .forEach(
            problem -> {
              throw problem;
            });
  }

  private List<UUID> heirs(UUID cluster) {
    return database.all(
        "select heirs_of(array[?::uuid])", row -> row.getObject(1, UUID.class), List.of(cluster));
  }
}
