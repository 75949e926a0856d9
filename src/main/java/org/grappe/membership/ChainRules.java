package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * What memberships that continue each other have in common: nobody takes one of them alone to
 * another organisation or cluster, or makes it an application; none ends before the next begins,
 * and the next holds on the day on which it passed on.
 */
@ApplicationScoped
class ChainRules {
  /** Its end is where the next begins. */
  private static final Set<MembershipContent.EndReason> PASSED =
      EnumSet.of(
          MembershipContent.EndReason.MERGED,
          MembershipContent.EndReason.DIVIDED,
          MembershipContent.EndReason.SUCCEEDED);

  private final Database database;

  ChainRules(Database database) {
    this.database = database;
  }

  /**
   * One that this one continues, or that continues it.
   *
   * @param passed the day on which it passed on, null where it did not end so
   */
  private record Neighbour(
      UUID id, String cluster, LocalDate from, LocalDate until, LocalDate passed, boolean isNext) {

    Problem against(String key, String field) {
      return against(key, field, from);
    }

    Problem against(String key, String field, LocalDate bound) {
      return Problems.of(ProblemType.STILL_REFERENCED, key, cluster, bound)
          .withMember("field", field)
          .withMember("bound", bound.toString())
          .withMember("other", Map.of("id", id));
    }

    /** Whether what passed on or passes on to it does so on a day on which it holds no more. */
    boolean isLeft(MembershipContent before, MembershipContent next) {
      return isNext
          ? PASSED.contains(next.endReason())
              && holds(from, until, before.until())
              && !holds(from, until, next.until())
          : passed != null
              && holds(before.from(), before.until(), passed)
              && !holds(next.from(), next.until(), passed);
    }

    private static boolean holds(LocalDate from, LocalDate until, LocalDate day) {
      return from != null
          && day != null
          && !from.isAfter(day)
          && (until == null || until.isAfter(day));
    }
  }

  /**
   * Makes sure that a change keeps it so.
   *
   * @throws Problem {@code still-referenced} with the {@code field} and the {@code other}
   */
  void check(UUID membership, MembershipContent before, MembershipContent next) {
    String moved = moved(before, next);
    String ended = ended(before, next);
    boolean isOfOtherDays =
        !Objects.equals(next.from(), before.from())
            || !Objects.equals(next.until(), before.until());
    if (moved == null && ended == null && !isOfOtherDays) {
      return;
    }
    // who writes that it is continued reads it meanwhile
    database.one(
        "select 1 from memberships where id = ? for update", row -> row.getInt(1), membership);
    for (Neighbour neighbour : neighbours(membership, before, next)) {
      if (moved != null) {
        throw neighbour.against(
            moved.equals("from") ? "membership.linked-application" : "membership.linked", moved);
      }
      boolean isLeft = neighbour.isLeft(before, next);
      if (neighbour.isNext && ended != null && (isLeft || neighbour.from.equals(before.until()))) {
        throw neighbour.against("membership.goes-on", ended);
      }
      if (!neighbour.isNext && isLeft) {
        throw neighbour.against(
            "membership.holds-then",
            next.from().isAfter(neighbour.passed) ? "from" : "until",
            neighbour.passed);
      }
    }
  }

  /** The field that takes it away from those that it is one with; null where none does. */
  private static String moved(MembershipContent before, MembershipContent next) {
    if (!next.organisation().equals(before.organisation())) {
      return "organisation";
    }
    if (!next.cluster().equals(before.cluster())) {
      return "cluster";
    }
    return before.from() != null && next.from() == null ? "from" : null;
  }

  /** The field that says that it ended otherwise than by passing on; null where none does. */
  private static String ended(MembershipContent before, MembershipContent next) {
    if (!PASSED.contains(before.endReason())) {
      return null;
    }
    if (!Objects.equals(next.until(), before.until())) {
      return "until";
    }
    if (next.endReason() != before.endReason()) {
      return "endReason";
    }
    return next.continued() != null && before.continued() == null ? "continued" : null;
  }

  /**
   * By the links that stay: what a request links anew is looked at by {@link ContinuationRules}.
   */
  private List<Neighbour> neighbours(
      UUID membership, MembershipContent before, MembershipContent next) {
    return database.all(
        """
        select k.id, on_day(c.name, c.periods, 'name', k."from"), k."from", k.until,
          case when k.end_reason in ('MERGED', 'DIVIDED', 'SUCCEEDED') then k.until end, k.is_next
        from (
          select k.id, k.cluster, coalesce(k."from", k.applied_on) as "from", k.until, k.end_reason, true as is_next
          from continuations x join memberships k on k.id = x.membership where x.continued = ?
          union all
          select k.id, k.cluster, coalesce(k."from", k.applied_on), k.until, k.end_reason, false
          from memberships k where k.id = any(?)) k
        join clusters c on c.id = k.cluster
        order by k.is_next desc, k."from", k.id""",
        row ->
            new Neighbour(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBoolean(6)),
        List.of(
            membership, next.continues().stream().filter(before.continues()::contains).toList()));
  }
}
