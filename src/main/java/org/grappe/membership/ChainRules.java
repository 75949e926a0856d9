package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;

/**
 * What memberships that continue each other have in common: nobody takes one of them alone to
 * another organisation or cluster, or makes it an application; none ends before the next begins,
 * and the next holds on the day on which it passed on.
 */
@ApplicationScoped
class ChainRules {
  private final Database database;

  ChainRules(Database database) {
    this.database = database;
  }

  /**
   * Makes sure that a change keeps it so.
   *
   * @throws Problem {@code still-referenced} with the {@code field} and the {@code other}
   */
  void check(UUID membership, MembershipContent before, MembershipContent next) {
    ChainChange change = new ChainChange(before, next);
    if (!change.touches()) {
      return;
    }
    // who writes that it is continued reads it meanwhile
    database.one(
        "select 1 from memberships where id = ? for update", row -> row.getInt(1), membership);
    for (ChainNeighbour neighbour : neighbours(membership, before, next)) {
      neighbour.check(change);
    }
  }

  /**
   * By the links that stay: what a request links anew is looked at by {@link ContinuationRules}.
   */
  private List<ChainNeighbour> neighbours(
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
            new ChainNeighbour(
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
