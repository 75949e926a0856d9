package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grappe.config.Today;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** What stands against a completion. */
@ApplicationScoped
class Obstacles {
  private final PlanSql sql;
  private final Mergers mergers;
  private final MembershipHandover memberships;
  private final Today today;

  Obstacles(PlanSql sql, Mergers mergers, MembershipHandover memberships, Today today) {
    this.sql = sql;
    this.mergers = mergers;
    this.memberships = memberships;
    this.today = today;
  }

  /** All there is, what matters most first. */
  List<Problem> all(Plan plan, Merger merger) {
    List<Problem> found = new ArrayList<>();
    try {
      merger.requireOpen();
    } catch (Problem closed) {
      found.add(closed);
    }
    PartialDate on = plan.effectiveOn();
    if (on.firstDay().isAfter(today.day())) {
      found.add(Problems.validationFailed("/effectiveOn", "date.future", on));
    }
    if (plan.content().result() == null) {
      found.add(conflict("merger.no-result"));
    }
    if (mergers.isCircle(plan.content())) {
      found.add(Problems.validationFailed("/result", "merger.circle"));
    }
    found.addAll(ballots(plan));
    found.addAll(lives(plan));
    found.addAll(later(plan));
    unmapped(plan, found);
    return found;
  }

  /** Each party's counting ballot, as of today: adopted, and not after the merger. */
  private List<Problem> ballots(Plan plan) {
    return sql
        .all(
            plan,
            """
            select on_day(c.name, c.periods, 'name', p.day), b.decision, b.assembly_on
            from p cross join unnest(p.parties) with ordinality party(id, n)
            join clusters c on c.id = party.id
            left join lateral (
              select b.decision, b.assembly_on::text from ballots b
              where b.merger = p.merger and b.party = c.id and b.assembly_on <= p.today
              order by b.assembly_on desc, b.created_at desc, b.id desc limit 1) b on true
            order by party.n""",
            row -> ballot(plan, row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Problem> ballot(Plan plan, String party, String decision, String on) {
    boolean isMissing = decision == null && !plan.withoutBallots();
    if (isMissing || "REJECTED".equals(decision)) {
      String key = isMissing ? "merger.ballot-missing" : "merger.ballot-rejected";
      return List.of(Problems.of(MergerProblems.MERGER_NOT_APPROVED, key, party));
    }
    boolean isEarly =
        on != null && plan.effectiveOn().lastDay().isBefore(new PartialDate(on).firstDay());
    return isEarly
        ? List.of(
            Problems.of(MergerProblems.MERGER_NOT_APPROVED, "merger.before-ballot", party, on))
        : List.of();
  }

  /** Parties and result must be there on the day. */
  private List<Problem> lives(Plan plan) {
    return sql.all(
        plan,
        """
        select on_day(c.name, c.periods, 'name', p.day), case
            when first_day(c.founded_on) > last_day(p.effective) then 'merger.before-founding'
            else 'merger.ended' end
        from p join clusters c on c.id = any(p.parties || p.result)
        where first_day(c.founded_on) > last_day(p.effective)
          or last_day(c.dissolved_on) <= p.day or c.followed_by is not null
        order by c.name""",
        row -> conflict(row.getString(2), row.getString(1)));
  }

  /** What begins on the day or after it, where there will be no party to belong to. */
  private List<Problem> later(Plan plan) {
    return sql.all(
        plan,
        MembershipHandover.MEMBERS
            + """
            select 'merger.later-membership', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
            from p join memberships m on m.cluster = any(p.ending)
            join clusters c on c.id = m.cluster
            where m."from" >= p.day
              or (m."from" is null and m.refused_on is null and m.until is null
                and m.applied_on >= p.day and (p.readable is null or m.cluster = any(p.readable))
                and (m.organisation in (select organisation from ended)
                  or m.organisation in (select organisation from kept)))
            union all
            select 'merger.later-mandate', on_day(c.name, c.periods, 'name', p.day),
               coalesce(m.person, m.title, m.role)
            from p join mandates m on m.cluster = any(p.ending) join clusters c on c.id = m.cluster
            where first_day(m."from") >= last_day(p.effective)
            union all
            select 'merger.later-member-of-result', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
            from p join memberships m on m.cluster = p.result join clusters c on c.id = m.cluster
            join grouped g on g.organisation = m.organisation
            where m."from" > p.day and (g.until is null or m."from" < g.until)
              and m.organisation not in (select organisation from kept)
            limit 20""",
        row -> conflict(row.getString(1), row.getString(2), row.getString(3)));
  }

  private void unmapped(Plan plan, List<Problem> found) {
    if (plan.unmapped() == Plan.Unmapped.REFUSE) {
      List<Ref> colleges = memberships.unmapped(plan);
      if (!colleges.isEmpty()) {
        String names = colleges.stream().map(Ref::name).collect(Collectors.joining(", "));
        found.add(Problems.of(MergerProblems.COLLEGE_UNMAPPED, "merger.college-unmapped", names));
      }
    }
  }

  private static Problem conflict(String key, Object... args) {
    return Problems.of(MergerProblems.MERGER_CONFLICT, key, args);
  }
}
