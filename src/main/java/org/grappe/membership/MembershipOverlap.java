package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** An organisation belongs to a cluster once at a time, and has applied to it once at most. */
@ApplicationScoped
class MembershipOverlap {
  private final Database database;

  MembershipOverlap(Database database) {
    this.database = database;
  }

  /**
   * Makes sure that it does.
   *
   * @throws Problem {@code membership-overlap} with the {@code other}
   */
  void check(UUID membership, MembershipContent content) {
    other(membership, content)
        .ifPresent(
            other -> {
              throw other.against(content);
            });
  }

  /** Another membership of the organisation; of an application no day is said. */
  private record Other(UUID id, LocalDate from, LocalDate until) {
    Problem against(MembershipContent content) {
      boolean isLater = content.from() != null && from != null && from.isAfter(content.from());
      String key = content.from() == null ? "uq_memberships_application" : "ex_memberships_overlap";
      LocalDate bound = isLater ? from : until;
      Problem problem =
          Problems.of(MembershipProblems.MEMBERSHIP_OVERLAP, key)
              .withMember("field", isLater ? "until" : MembershipLife.begins(content))
              .withMember("other", Map.of("id", id));
      return bound == null ? problem : problem.withMember("bound", bound.toString());
    }
  }

  private Optional<Other> other(UUID membership, MembershipContent content) {
    boolean applies = content.from() == null;
    if (applies && content.until() != null) {
      return Optional.empty();
    }
    List<Object> args =
        List.of(
            content.cluster(),
            content.organisation(),
            membership,
            applies,
            applies ? content.appliedOn() : content.from(),
            content.until() == null ? "infinity" : content.until().toString());
    return database
        .all(
            """
            select m.id, m."from", m.until from memberships m
            cross join (select ?::uuid as cluster, ?::uuid as organisation, ?::uuid as id,
              ?::boolean as applies, ?::date as first, ?::date as last) n
            where m.cluster = n.cluster and m.organisation = n.organisation and m.id <> n.id
              and m.refused_on is null and case
                when n.applies then m."from" is null and m.until is null
                else m."from" < n.last and coalesce(m.until, 'infinity') > n.first end
            order by m."from", m.id limit 1""",
            row ->
                new Other(
                    row.getObject(1, UUID.class),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, LocalDate.class)),
            args)
        .stream()
        .findFirst();
  }
}
