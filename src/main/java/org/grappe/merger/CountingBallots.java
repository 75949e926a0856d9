package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** The ballots that count, as far as they stand against a merger or division, or its day. */
@ApplicationScoped
class CountingBallots {
  private final ActSql sql;

  CountingBallots(ActSql sql) {
    this.sql = sql;
  }

  /** Each party's counting ballot, as of today: adopted, and not after the merger. */
  List<Against> obstacles(Plan plan) {
    return sql
        .all(
            plan,
            """
            select on_day(c.name, c.periods, 'name', p.day), b.decision, b.assembly_on, b.id, b.collection
            from p cross join unnest(p.voters) with ordinality party(id, n)
            join clusters c on c.id = party.id
            left join lateral (
              select b.decision, b.assembly_on::text, b.id, b.collection from votes b
              where b.about = p.merger and b.party = c.id and b.on_merger is not false
                and b.assembly_on <= p.today
              order by b.assembly_on desc, b.entered_at desc, b.id desc limit 1) b on true
            order by party.n""",
            row ->
                new Vote(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getString(5)))
        .stream()
        .flatMap(
            vote ->
                against(plan, vote)
                    .map(problem -> new Against(problem, vote.collection(), vote.id, vote.party))
                    .stream())
        .toList();
  }

  /** Each counting ballot that is held after the day of a merger that has taken effect. */
  List<Against> later(Plan plan) {
    return sql.against(
        plan,
        """
        select 'merger.ballot-later', on_day(c.name, c.periods, 'name', p.day), null, b.assembly_on::text, b.collection, b.id
        from p cross join unnest(p.voters) party(id) join clusters c on c.id = party.id
        cross join lateral (
          select b.id, b.assembly_on, b.collection from votes b
          where b.about = p.merger and b.party = c.id and b.on_merger is not false
            and b.assembly_on <= p.today
          order by b.assembly_on desc, b.entered_at desc, b.id desc limit 1) b
        where b.assembly_on > last_day(p.effective)""");
  }

  /** How a party voted; what is not known is null. */
  private record Vote(String party, String decision, String on, UUID id, String collection) {}

  private static Optional<Problem> against(Plan plan, Vote vote) {
    boolean isMissing = vote.decision == null && !plan.withoutBallots();
    if (isMissing || "REJECTED".equals(vote.decision)) {
      String key = isMissing ? "merger.ballot-missing" : "merger.ballot-rejected";
      return Optional.of(Problems.of(MergerProblems.MERGER_NOT_APPROVED, key, vote.party));
    }
    boolean isEarly =
        vote.on != null
            && plan.effectiveOn().lastDay().isBefore(new PartialDate(vote.on).firstDay());
    return isEarly
        ? Optional.of(
            Problems.of(
                MergerProblems.MERGER_NOT_APPROVED, "merger.before-ballot", vote.party, vote.on))
        : Optional.empty();
  }
}
