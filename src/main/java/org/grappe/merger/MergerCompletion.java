package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Problem;
import org.grappe.record.Acts;
import org.grappe.value.Ids;
import org.grappe.value.PartialDate;

/**
 * Makes the parties of a merger one. What is handed over lies in a class of its own for each kind
 * of record, with what {@code preview} counts beside what the completion writes.
 */
@ApplicationScoped
class MergerCompletion {
  private final Mergers mergers;
  private final Obstacles obstacles;
  private final MembershipHandover memberships;
  private final ApplicationHandover applications;
  private final MandateHandover mandates;
  private final OfficeHandover offices;
  private final ConventionHandover conventions;
  private final ShareHandover shares;
  private final EventHandover events;
  private final PlanSql sql;
  private final Acts acts;
  private final Today today;
  private final ProblemAnswers answers;

  MergerCompletion(
      Mergers mergers,
      Obstacles obstacles,
      MembershipHandover memberships,
      ApplicationHandover applications,
      MandateHandover mandates,
      OfficeHandover offices,
      ConventionHandover conventions,
      ShareHandover shares,
      EventHandover events,
      PlanSql sql,
      Acts acts,
      Today today,
      ProblemAnswers answers) {
    this.mergers = mergers;
    this.obstacles = obstacles;
    this.memberships = memberships;
    this.applications = applications;
    this.mandates = mandates;
    this.offices = offices;
    this.conventions = conventions;
    this.shares = shares;
    this.events = events;
    this.sql = sql;
    this.acts = acts;
    this.today = today;
    this.answers = answers;
  }

  /** What a completion would do, and what stands against it. */
  MergerOutcome preview(String id, PartialDate effectiveOn, Plan.Unmapped unmapped) {
    Merger merger = mergers.toPreview(id);
    Plan plan = plan(merger, effectiveOn, unmapped, false);
    return outcome(plan, obstacles.all(plan, merger));
  }

  /**
   * Does it, all or nothing.
   *
   * @throws Problem what stands against it first, with all that does as {@code obstacles}
   */
  MergerOutcome complete(String id, CompletionResource.Completion body) {
    Merger merger = mergers.held(id);
    merger.requireOpen();
    Plan plan = plan(merger, body.effectiveOn(), body.unmappedColleges(), body.withoutBallots());
    List<Problem> against = obstacles.all(plan, merger);
    if (!against.isEmpty()) {
      throw against.get(0).withMember("obstacles", told(against));
    }
    MergerOutcome outcome = outcome(plan, against);
    UUID act = Ids.fresh();
    acts.begin(act);
    found(plan);
    applications.carryOut(plan);
    memberships.carryOut(plan);
    mandates.carryOut(plan);
    offices.carryOut(plan);
    conventions.carryOut(plan);
    shares.carryOut(plan);
    events.carryOut(plan);
    end(plan);
    merger.complete(plan.effectiveOn(), act, body.reason(), body.sources());
    mergers.keep(merger);
    acts.end();
    return outcome;
  }

  private Plan plan(Merger merger, PartialDate on, Plan.Unmapped unmapped, boolean withoutBallots) {
    return new Plan(
        merger.id(),
        merger.content(),
        on == null ? PartialDate.of(today.day()) : on,
        unmapped == null ? Plan.Unmapped.REFUSE : unmapped,
        withoutBallots);
  }

  private MergerOutcome outcome(Plan plan, List<Problem> against) {
    return MergerOutcomeBuilder.builder()
        .memberships(memberships.ending(plan))
        .jointOrganisations(memberships.joint(plan))
        .resulting(memberships.resulting(plan))
        .applications(applications.handed(plan))
        .mandates(mandates.ending(plan))
        .offices(offices.handed(plan))
        .conventions(conventions.handed(plan))
        .events(events.handed(plan))
        .shares(shares.handed(plan))
        .unmappedColleges(memberships.unmapped(plan))
        .collegeConflicts(memberships.conflicts(plan))
        .obstacles(told(against))
        .build();
  }

  private List<MergerOutcome.Obstacle> told(List<Problem> against) {
    return against.stream()
        .map(
            problem ->
                new MergerOutcome.Obstacle(
                    "/problems/" + problem.type().slug(), answers.detail(problem)))
        .toList();
  }

  /** Not one that is there already, whose founding alone is not known. */
  private void found(Plan plan) {
    sql.write(
        plan,
        """
        update clusters c
        set founded_on = p.effective, version = c.version + 1, updated_at = p.now
        from p where c.id = p.result and c.founded_on is null
          and (c.announced_on is not null or (c.id <> all(p.parties)
            and not exists (select from memberships m where m.cluster = c.id)))""");
  }

  private void end(Plan plan) {
    sql.write(
        plan,
        """
        update clusters c
        set dissolved_on = p.effective, followed_by = p.result, followed_on = p.effective,
          version = c.version + 1, updated_at = p.now
        from p where c.id = any(p.ending)""");
  }
}
