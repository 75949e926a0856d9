package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.config.Today;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** What stands against a completion. */
@ApplicationScoped
class Obstacles {
  private final PlanSql sql;
  private final Mergers mergers;
  private final MembershipHandover memberships;
  private final Today today;
  private final Announcements announcements;

  Obstacles(
      PlanSql sql,
      Mergers mergers,
      MembershipHandover memberships,
      Today today,
      Announcements announcements) {
    this.sql = sql;
    this.mergers = mergers;
    this.memberships = memberships;
    this.today = today;
    this.announcements = announcements;
  }

  /** All there is, what matters most first. */
  List<Against> all(Plan plan, Merger merger) {
    List<Against> found = new ArrayList<>();
    try {
      merger.requireOpen();
    } catch (Problem closed) {
      found.add(Against.of(closed));
    }
    PartialDate on = plan.effectiveOn();
    if (on.firstDay().isAfter(today.day())) {
      found.add(Against.of(Problems.validationFailed("/effectiveOn", "date.future", on)));
    }
    if (plan.result() == null) {
      found.add(Against.conflict("merger.no-result"));
    }
    if (mergers.isCircle(merger.content())) {
      found.add(Against.of(Problems.validationFailed("/result", "merger.circle")));
    }
    found.addAll(ballots(plan));
    found.addAll(lives(plan));
    found.addAll(carried(plan));
    found.addAll(later(plan));
    found.addAll(laterOfResult(plan));
    unmapped(plan, found);
    return found;
  }

  /** Members are carried by a takeover alone, and those who were there as their cluster ended. */
  private List<Against> carried(Plan plan) {
    if (plan.carried().equals(Carried.NOBODY)) {
      return List.of();
    }
    if (plan.taken().isEmpty()) {
      return List.of(Against.of(Problems.validationFailed("/carried", "merger.carried-by-merger")));
    }
    return Stream.concat(
            memberships.strangers(plan).stream()
                .map(n -> Problems.validationFailed("/carried/" + n, "merger.carried-stranger"))
                .map(Against::of),
            memberships.succeeded(plan).stream())
        .toList();
  }

  /** Each party's counting ballot, as of today: adopted, and not after the merger. */
  List<Against> ballots(Plan plan) {
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
  List<Against> laterBallots(Plan plan) {
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

  /**
   * Parties and result must be there on the day, and afterwards: who was dissolved later took part
   * in nothing that would have ended it, or given it members, before.
   */
  List<Against> lives(Plan plan) {
    return Stream.concat(otherDays(plan).stream(), announcements.later(plan).stream()).toList();
  }

  private List<Against> otherDays(Plan plan) {
    return sql.against(
        plan,
        """
        select case
            when first_day(c.founded_on) > last_day(p.effective) then 'merger.before-founding'
            when c.followed_by is not null then 'merger.merged'
            when c.divided_into <> '{}' then 'division.divided'
            when c.id = any(p.taken) then 'merger.not-ended'
            when last_day(c.dissolved_on) <= p.day then 'merger.ended'
            else 'merger.dissolved-later' end, on_day(c.name, c.periods, 'name', p.day), null,
          coalesce(c.followed_on, c.dissolved_on), 'clusters', c.id
        from p join clusters c on c.id = any(p.parties || p.results)
        where first_day(c.founded_on) > last_day(p.effective)
          or case when c.id = any(p.taken)
            then p.results <> '{}' and coalesce(first_day(c.dissolved_on) > last_day(p.effective), true)
            else c.dissolved_on is not null end
          or c.followed_by is not null or c.divided_into <> '{}'
        union all
        select 'merger.earlier-merger', merger_name(g.parties, p.day), null, g.effective_on, 'mergers', g.id
        from p join mergers g on g.result = any(p.passing || p.taken) and first_day(g.effective_on) >= p.day
        union all
        select 'division.later', on_day(c.name, c.periods, 'name', p.day), null, g.effective_on, 'divisions', g.id
        from p join divisions g on first_day(g.effective_on) >= p.day and g.id <> p.merger
          and (g.cluster = any(p.passing) or g.results && (p.passing || p.taken))
        join clusters c on c.id = g.cluster
        union all
        select 'merger.took-part-before', on_day(c.name, c.periods, 'name', p.day), null, e.effective_on,
          e.collection, e.id
        from p join clusters c on c.id = any(p.results) and c.founded_on is null
        cross join lateral effects_of(c.id) e
        where last_day(e.effective_on) < p.day and %s
        order by 2"""
            .formatted(ClusterLives.IS_FOUNDED));
  }

  /** What begins on the day or after it, where there will be no party to belong to. */
  List<Against> later(Plan plan) {
    return sql.against(
        plan,
        """
            select 'merger.later-membership', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), null, 'memberships', m.id
            from p join memberships m on m.cluster = any(p.ending)
            join clusters c on c.id = m.cluster
            where m."from" >= p.day
            union all
            select 'merger.later-mandate', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.person, m.title, m.role), null,
              'mandates', m.id
            from p join mandates m on m.cluster = any(p.ending) join clusters c on c.id = m.cluster
            where first_day(m."from") >= last_day(p.effective)
            union all
            select 'merger.later-college', on_day(c.name, c.periods, 'name', p.day), k.name, null, 'colleges', k.id
            from p join colleges k on k.cluster = any(p.ending) join clusters c on c.id = k.cluster
            where first_day(k."from") >= last_day(p.effective)
            union all
            select 'merger.later-membership', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), null, 'memberships', m.id
            from p join divisions d on d.id = p.division
            join memberships m on m.cluster = d.cluster and m."from" >= p.day and p.ending = '{}'
            join clusters c on c.id = m.cluster
            where m.id in (
              select (x ->> 'membership')::uuid from jsonb_array_elements(d.assignments) x)
            limit 20""");
  }

  /** Who applied too late to be handed over or to end, and who came to the result later. */
  List<Against> laterOfResult(Plan plan) {
    return sql.against(
        plan,
        ApplicationHandover.APPLICATIONS
            + """
            select 'merger.stray-application', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), m.applied_on::text,
              'memberships', m.id
            from p join memberships m on m.cluster = any(p.passing)
            join clusters c on c.id = m.cluster
            where m."from" is null and m.refused_on is null and m.until is null
              and m.applied_on >= p.day and (p.readable is null or m.cluster = any(p.readable))
              and (p.division is null or m.id in (select id from going))
              and (p.result is not null or p.ending <> '{}')
              and m.id not in (select id from first)
            union all
            select 'merger.later-member-of-result', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), null,
              'memberships', m.id
            from p join memberships m on m.cluster = p.result join clusters c on c.id = m.cluster
            join grouped g on g.organisation = m.organisation
            where m."from" > p.day and (g.until is null or m."from" < g.until)
              and m.organisation not in (select organisation from kept)
            union all
            -- a day that is known to the month or year may lie before the founding of who gets members
            select 'merger.before-founding', on_day(c.name, c.periods, 'name', p.day), null, null,
              'clusters', c.id
            from p join clusters c on c.id = p.result
            where first_day(c.founded_on) > p.day and first_day(c.founded_on) <= last_day(p.effective)
              and exists (
                select from grouped g where g.organisation not in (select organisation from kept))
            limit 20""");
  }

  private void unmapped(Plan plan, List<Against> found) {
    if (plan.unmapped() == Plan.Unmapped.REFUSE) {
      List<MergerOutcome.UnmappedCollege> colleges = memberships.unmapped(plan);
      if (!colleges.isEmpty()) {
        String names =
            colleges.stream()
                .map(college -> college.name() + " (" + college.cluster().name() + ")")
                .collect(Collectors.joining(", "));
        found.add(
            Against.of(
                Problems.of(MergerProblems.COLLEGE_UNMAPPED, "merger.college-unmapped", names)
                    .withMember("unmappedColleges", colleges)));
      }
    }
  }
}
