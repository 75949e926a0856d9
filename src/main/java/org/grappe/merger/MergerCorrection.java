package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.config.Today;
import org.grappe.problem.Problems;
import org.grappe.record.Acts;
import org.grappe.value.PartialDate;

/**
 * Moves all that a completion wrote to another day, as if it had been completed so at once. What it
 * writes belongs to the act that completed the merger, so that a further correction and a reversal
 * find it.
 */
@ApplicationScoped
class MergerCorrection {
  private final Mergers mergers;
  private final Obstacles obstacles;
  private final ClusterLives lives;
  private final MembershipHandover memberships;
  private final ApplicationHandover applications;
  private final MandateHandover mandates;
  private final OfficeHandover offices;
  private final ConventionHandover conventions;
  private final ShareHandover shares;
  private final EventHandover events;
  private final Acts acts;
  private final Today today;
  private final ObstacleList list;

  MergerCorrection(
      Mergers mergers,
      Obstacles obstacles,
      ClusterLives lives,
      MembershipHandover memberships,
      ApplicationHandover applications,
      MandateHandover mandates,
      OfficeHandover offices,
      ConventionHandover conventions,
      ShareHandover shares,
      EventHandover events,
      Acts acts,
      Today today,
      ObstacleList list) {
    this.mergers = mergers;
    this.obstacles = obstacles;
    this.lives = lives;
    this.memberships = memberships;
    this.applications = applications;
    this.mandates = mandates;
    this.offices = offices;
    this.conventions = conventions;
    this.shares = shares;
    this.events = events;
    this.acts = acts;
    this.today = today;
    this.list = list;
  }

  /**
   * Does it, all or nothing.
   *
   * @throws org.grappe.problem.Problem {@code merger-conflict}, with all that stands against it as
   *     {@code obstacles}
   */
  MergerView correct(String id, CorrectionResource.Correction body) {
    Merger merger = mergers.held(id);
    requireMoved(merger, body.effectiveOn());
    Plan plan = Plan.correction(merger, body.effectiveOn());
    list.raise(contradictions(plan));
    acts.begin(merger.completion());
    lives.widen(plan);
    applications.correct(plan);
    memberships.correct(plan);
    mandates.correct(plan);
    offices.correct(plan);
    conventions.correct(plan);
    shares.correct(plan);
    events.correct(plan);
    lives.narrow(plan);
    merger.correct(body.effectiveOn(), body.reason(), body.sources());
    mergers.keep(merger);
    acts.end();
    return mergers.shown(merger);
  }

  private void requireMoved(Merger merger, PartialDate on) {
    merger.requireEffective();
    if (on.firstDay().isAfter(today.day())) {
      throw Problems.validationFailed("/effectiveOn", "date.future", on);
    }
    if (on.equals(merger.effectiveOn())) {
      throw Problems.of(MergerProblems.MERGER_CONFLICT, "merger.effective-already", on);
    }
  }

  private List<Against> contradictions(Plan plan) {
    return Stream.of(
            lives.contradictions(plan),
            obstacles.laterBallots(plan),
            memberships.contradictions(plan),
            applications.contradictions(plan),
            mandates.contradictions(plan),
            offices.contradictions(plan),
            conventions.contradictions(plan),
            shares.contradictions(plan))
        .flatMap(List::stream)
        .toList();
  }
}
