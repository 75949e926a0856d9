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
 * another organisation or cluster, and none ends before the next begins.
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

  /** One that this one continues, or that continues it. */
  private record Neighbour(UUID id, String cluster, LocalDate from, boolean isNext) {

    Problem against(String key, String field) {
      return Problems.of(ProblemType.STILL_REFERENCED, key, cluster, from)
          .withMember("field", field)
          .withMember("bound", from.toString())
          .withMember("other", Map.of("id", id));
    }
  }

  /**
   * Makes sure that a change keeps it so.
   *
   * @throws Problem {@code still-referenced} with the {@code field} and the {@code other}
   */
  void check(UUID membership, MembershipContent before, MembershipContent next) {
    String moved =
        !next.organisation().equals(before.organisation())
            ? "organisation"
            : !next.cluster().equals(before.cluster()) ? "cluster" : null;
    String ended = ended(before, next);
    if (moved == null && ended == null) {
      return;
    }
    // who writes that it is continued reads it meanwhile
    database.one(
        "select 1 from memberships where id = ? for update", row -> row.getInt(1), membership);
    for (Neighbour neighbour : neighbours(membership, before, next)) {
      if (moved != null) {
        throw neighbour.against("membership.linked", moved);
      }
      if (neighbour.isNext && neighbour.from.equals(before.until())) {
        throw neighbour.against("membership.goes-on", ended);
      }
    }
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
        select k.id, on_day(c.name, c.periods, 'name', k."from"), k."from", k.is_next
        from (
          select k.id, k.cluster, coalesce(k."from", k.applied_on) as "from", true as is_next
          from continuations x join memberships k on k.id = x.membership where x.continued = ?
          union all
          select k.id, k.cluster, coalesce(k."from", k.applied_on), false from memberships k where k.id = any(?)) k
        join clusters c on c.id = k.cluster
        order by k.is_next desc, k."from", k.id""",
        row ->
            new Neighbour(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getBoolean(4)),
        List.of(
            membership, next.continues().stream().filter(before.continues()::contains).toList()));
  }
}
