package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;

/**
 * Whether there is room for a membership: within its cluster's life, as long as its organisation
 * has not become another, beside the others of it. The database keeps these rules, too; here they
 * are told with what stands against.
 */
@ApplicationScoped
class MembershipPlace {
  private final Database database;
  private final Today today;
  private final MembershipOverlap overlap;

  MembershipPlace(Database database, Today today, MembershipOverlap overlap) {
    this.database = database;
    this.today = today;
    this.overlap = overlap;
  }

  /**
   * Makes sure that there is.
   *
   * @return whether members of the cluster passed to others before it ended, or when it did
   * @throws Problem {@code outside-cluster-life} with the {@code field} and the {@code bound} that
   *     it passes, {@code membership-overlap} with the {@code other}
   */
  boolean check(UUID membership, MembershipContent content) {
    if (content.refusedOn() != null) {
      return false;
    }
    Optional<MembershipLife> life = life(content);
    life.ifPresent(days -> days.check(content));
    overlap.check(membership, content);
    return life.map(MembershipLife::hasPassings).orElse(false);
  }

  private Optional<MembershipLife> life(MembershipContent content) {
    return database.one(
        """
        select on_day(c.name, c.periods, 'name', ?::date), c.announced_on is not null,
          first_day(c.founded_on), last_day(c.dissolved_on),
          case when c.dissolved_on is not null then (select e.day from end_of_cluster(c.id) e) end,
          n.until is not null and exists (
            select from passings_of(c.id) p where p.day > n."from" and p.day <= n.until),
          on_day(o.name, o.periods, 'name', first_day(o.followed_on)), first_day(o.followed_on)
        from clusters c
        cross join (select nullif(?, '')::date as "from", nullif(?, '')::date as until) n
        left join organisations o on o.id = ? and o.followed_by is not null
        where c.id = ?""",
        row ->
            new MembershipLife(
                row.getString(1),
                row.getBoolean(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBoolean(6),
                row.getString(7),
                row.getObject(8, LocalDate.class)),
        today.day(),
        text(content.from()),
        text(content.until()),
        content.organisation(),
        content.cluster());
  }

  /** The driver knows no type of a null. */
  private static String text(LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
