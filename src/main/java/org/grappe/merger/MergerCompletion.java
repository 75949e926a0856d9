package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
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
  private final ClusterLives lives;
  private final Acts acts;
  private final Today today;
  private final ObstacleList list;

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
      ClusterLives lives,
      Acts acts,
      Today today,
      ObstacleList list) {
    this.mergers = mergers;
    this.obstacles = obstacles;
    this.memberships = memberships;
    this.applications = applications;
    this.mandates = mandates;
    this.offices = offices;
    this.conventions = conventions;
    this.shares = shares;
    this.events = events;
    this.lives = lives;
    this.acts = acts;
    this.today = today;
    this.list = list;
  }

  /** What a completion would do, and what stands against it. */
  MergerOutcome preview(
      String id, PartialDate effectiveOn, Plan.Unmapped unmapped, Carried carried) {
    Merger merger = mergers.toPreview(id);
    Plan plan = plan(merger, effectiveOn, unmapped, false, carried);
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
    Plan plan =
        plan(
            merger,
            body.effectiveOn(),
            body.unmappedColleges(),
            body.withoutBallots(),
            Carried.of(body.carried()));
    List<Against> against = obstacles.all(plan, merger);
    list.raise(against);
    MergerOutcome outcome = outcome(plan, against);
    UUID act = Ids.fresh();
    acts.begin(act);
    lives.found(plan);
    applications.carryOut(plan);
    memberships.carryOut(plan);
    mandates.carryOut(plan);
    offices.carryOut(plan);
    conventions.carryOut(plan);
    shares.carryOut(plan);
    events.carryOut(plan);
    lives.end(plan);
    merger.complete(plan.effectiveOn(), act, body.reason(), body.sources());
    mergers.keep(merger);
    acts.end();
    return outcome;
  }

  private Plan plan(
      Merger merger,
      PartialDate on,
      Plan.Unmapped unmapped,
      boolean withoutBallots,
      Carried carried) {
    return Plan.completion(
        merger,
        on == null ? PartialDate.of(today.day()) : on,
        unmapped == null ? Plan.Unmapped.REFUSE : unmapped,
        withoutBallots,
        carried);
  }

  private MergerOutcome outcome(Plan plan, List<Against> against) {
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
        .obstacles(list.of(against))
        .build();
  }
}
