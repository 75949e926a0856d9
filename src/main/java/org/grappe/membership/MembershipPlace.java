package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Whether there is room for a membership: within its cluster's life, as long as its organisation
 * has not become another, beside the others of it. The database keeps these rules, too; here they
 * are told with what stands against.
 */
@ApplicationScoped
class MembershipPlace {
  private final Database database;

  MembershipPlace(Database database) {
    this.database = database;
  }

  /**
   * Makes sure that there is.
   *
   * @throws Problem {@code outside-cluster-life} with the {@code field} and the {@code bound} that
   *     it passes, {@code membership-overlap} with the {@code other}
   */
  void check(UUID membership, MembershipContent content) {
    if (content.refusedOn() == null) {
      life(content).ifPresent(life -> life.check(content));
      other(membership, content)
          .ifPresent(
              other -> {
                throw other.against(content);
              });
    }
  }

  /**
   * The days of a cluster.
   *
   * @param founded its first day, null where that isn't known
   * @param ended the first day on which it is no more, null where it is
   * @param passed the day on which its members passed to what followed, null where none did
   * @param member who the member is, where it has become another
   * @param followed from which day it is that, null where it is not
   */
  private record Life(
      String name,
      boolean isAnnounced,
      LocalDate founded,
      LocalDate ended,
      LocalDate passed,
      String member,
      LocalDate followed) {

    void check(MembershipContent content) {
      checkMember(content);
      checkCluster(content);
    }

    /** Who has become another is no member from then on, and applies to nobody. */
    private void checkMember(MembershipContent content) {
      if (followed == null || (content.from() == null && content.until() != null)) {
        return;
      }
      LocalDate first = content.from() == null ? content.appliedOn() : content.from();
      if (content.from() == null || !first.isBefore(followed)) {
        throw problem("membership.of-followed", field(content), member, followed);
      }
      if (content.until() == null || content.until().isAfter(followed)) {
        throw problem("membership.until-after-followed", "until", member, followed);
      }
    }

    private static Problem problem(String key, String field, String member, LocalDate day) {
      return MembershipPlace.problem(ClusterProblems.OUTSIDE_CLUSTER_LIFE, key, field, member, day)
          .withMember("bound", day.toString());
    }

    private void checkCluster(MembershipContent content) {
      LocalDate from = content.from();
      if (from != null && founded == null && isAnnounced) {
        throw outside("membership.only-announced", "from", null);
      }
      if (from != null && founded != null && from.isBefore(founded)) {
        throw outside("membership.before-founding", "from", founded);
      }
      LocalDate first = from == null ? content.appliedOn() : from;
      if (ended != null && !first.isBefore(ended)) {
        throw outside("membership.after-end", field(content), ended);
      }
      if (isOpenSincePassing(content)) {
        throw outside("membership.passed", "from", passed);
      }
      boolean isLong =
          content.until() == null ? from != null : ended != null && content.until().isAfter(ended);
      if (ended != null && isLong) {
        throw outside("membership.until-after-end", "until", ended);
      }
    }

    /** Its cluster may have been there still, but its members were the next one's already. */
    private boolean isOpenSincePassing(MembershipContent content) {
      return passed != null
          && content.from() != null
          && content.until() == null
          && !content.from().isBefore(passed);
    }

    private Problem outside(String key, String field, LocalDate bound) {
      Problem problem =
          MembershipPlace.problem(
              ClusterProblems.OUTSIDE_CLUSTER_LIFE, key, field, name, bound == null ? "" : bound);
      return bound == null ? problem : problem.withMember("bound", bound.toString());
    }
  }

  /** Another membership of the organisation; of an application no day is said. */
  private record Other(UUID id, LocalDate from, LocalDate until) {
    Problem against(MembershipContent content) {
      boolean isLater = content.from() != null && from != null && from.isAfter(content.from());
      String key = content.from() == null ? "uq_memberships_application" : "ex_memberships_overlap";
      LocalDate bound = isLater ? from : until;
      Problem problem =
          problem(MembershipProblems.MEMBERSHIP_OVERLAP, key, isLater ? "until" : field(content))
              .withMember("other", Map.of("id", id));
      return bound == null ? problem : problem.withMember("bound", bound.toString());
    }
  }

  private static String field(MembershipContent content) {
    return content.from() == null ? "appliedOn" : "from";
  }

  private static Problem problem(ProblemType type, String key, String field, Object... args) {
    return Problems.of(type, key, args).withMember("field", field);
  }

  private Optional<Life> life(MembershipContent content) {
    return database.one(
        """
        select c.name, c.announced_on is not null, first_day(c.founded_on), last_day(c.dissolved_on),
          case when c.dissolved_on is not null then (select e.day from end_of_cluster(c.id) e) end,
          on_day(o.name, o.periods, 'name', first_day(o.followed_on)), first_day(o.followed_on)
        from clusters c
        left join organisations o on o.id = ? and o.followed_by is not null
        where c.id = ?""",
        row ->
            new Life(
                row.getString(1),
                row.getBoolean(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getObject(7, LocalDate.class)),
        content.organisation(),
        content.cluster());
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
