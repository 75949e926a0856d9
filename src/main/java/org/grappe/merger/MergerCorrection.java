package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.config.Today;
import org.grappe.record.Acts;

/**
 * Moves all that a completion wrote to another day, as if it had been completed so at once. What it
 * writes belongs to the act that completed the merger or division, so that a further correction and
 * a reversal find it.
 */
@ApplicationScoped
class MergerCorrection {
  private final Mergers mergers;
  private final Divisions divisions;
  private final CountingBallots ballots;
  private final ClusterCorrection clusters;
  private final Handovers handovers;
  private final ReturnedRecords returned;
  private final Acts acts;
  private final Today today;
  private final ObstacleList list;

  MergerCorrection(
      Mergers mergers,
      Divisions divisions,
      CountingBallots ballots,
      ClusterCorrection clusters,
      Handovers handovers,
      ReturnedRecords returned,
      Acts acts,
      Today today,
      ObstacleList list) {
    this.mergers = mergers;
    this.divisions = divisions;
    this.ballots = ballots;
    this.clusters = clusters;
    this.handovers = handovers;
    this.returned = returned;
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
    merger.requireMoved(body.effectiveOn(), today.day());
    move(Plan.correction(merger, body.effectiveOn()));
    merger.correct(body.effectiveOn(), body.reason(), body.sources());
    mergers.keep(merger);
    acts.end();
    return mergers.shown(merger);
  }

  /** The same of a division. */
  DivisionView correctDivision(String id, CorrectionResource.Correction body) {
    Division division = divisions.held(id);
    division.requireMoved(body.effectiveOn(), today.day());
    move(Plan.correction(division, body.effectiveOn()));
    division.correct(body.effectiveOn(), body.reason(), body.sources());
    divisions.keep(division);
    acts.end();
    return divisions.shown(division);
  }

  private void move(Plan plan) {
    list.raise(contradictions(plan));
    acts.begin(plan.act());
    handovers.correct(plan);
    returned.forget(plan);
  }

  private List<Against> contradictions(Plan plan) {
    return Stream.of(
            clusters.contradictions(plan), ballots.later(plan), handovers.contradictions(plan))
        .flatMap(List::stream)
        .toList();
  }
}
