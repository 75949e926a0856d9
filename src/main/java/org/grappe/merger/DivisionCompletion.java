package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.Acts;
import org.grappe.value.Ids;
import org.grappe.value.PartialDate;

/** Lets a cluster come apart, by the pieces that complete a merger. */
@ApplicationScoped
class DivisionCompletion {
  private final Divisions divisions;
  private final CountingBallots ballots;
  private final ClusterDays days;
  private final LaterRecords later;
  private final MembershipHandover memberships;
  private final EventHandover events;
  private final ShareHandover shares;
  private final Handovers handovers;
  private final Acts acts;
  private final Today today;
  private final ObstacleList list;

  DivisionCompletion(
      Divisions divisions,
      CountingBallots ballots,
      ClusterDays days,
      LaterRecords later,
      MembershipHandover memberships,
      EventHandover events,
      ShareHandover shares,
      Handovers handovers,
      Acts acts,
      Today today,
      ObstacleList list) {
    this.divisions = divisions;
    this.ballots = ballots;
    this.days = days;
    this.later = later;
    this.memberships = memberships;
    this.events = events;
    this.shares = shares;
    this.handovers = handovers;
    this.acts = acts;
    this.today = today;
    this.list = list;
  }

  /** What a completion would do, and what stands against it. */
  MergerOutcome preview(String id, PartialDate effectiveOn) {
    Division division = divisions.toPreview(id);
    Plan plan = plan(division, effectiveOn, false);
    return handovers.outcome(plan, against(plan, division));
  }

  /**
   * Does it, all or nothing.
   *
   * @throws Problem what stands against it first, with all that does as {@code obstacles}
   */
  MergerOutcome complete(String id, DivisionCompletionResource.Completion body) {
    Division division = divisions.held(id);
    division.requireOpen();
    Plan plan = plan(division, body.effectiveOn(), body.withoutBallots());
    List<Against> against = against(plan, division);
    list.raise(against);
    MergerOutcome outcome = handovers.outcome(plan, against);
    UUID act = Ids.fresh();
    acts.begin(act);
    handovers.carryOut(plan);
    division.complete(plan.effectiveOn(), act, body.reason(), body.sources());
    divisions.keep(division);
    acts.end();
    return outcome;
  }

  private Plan plan(Division division, PartialDate on, boolean withoutBallots) {
    return Plan.completion(division, on == null ? PartialDate.of(today.day()) : on, withoutBallots);
  }

  /** All that stands against it, what matters most first. */
  private List<Against> against(Plan plan, Division division) {
    List<Against> found = new ArrayList<>();
    try {
      division.requireOpen();
    } catch (Problem closed) {
      found.add(Against.of(closed));
    }
    if (plan.day().isAfter(today.day())) {
      found.add(
          Against.of(Problems.validationFailed("/effectiveOn", "date.future", plan.effectiveOn())));
    }
    if (plan.results().isEmpty()) {
      found.add(Against.conflict("merger.no-result"));
    }
    found.addAll(ballots.obstacles(plan));
    found.addAll(days.obstacles(plan));
    found.addAll(memberships.unassigned(plan));
    found.addAll(events.unassigned(plan));
    found.addAll(later.inParties(plan));
    for (Plan part : plan.parts()) {
      found.addAll(later.inResult(part));
      found.addAll(shares.unbound(part));
    }
    return found;
  }
}
