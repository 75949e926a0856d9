package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.problem.Problem;
import org.grappe.record.Acts;
import org.grappe.value.Ids;
import org.grappe.value.PartialDate;

/** Makes the parties of a merger one, or lets one take over others that had ended. */
@ApplicationScoped
class MergerCompletion {
  private final Mergers mergers;
  private final Obstacles obstacles;
  private final Handovers handovers;
  private final Acts acts;
  private final Today today;
  private final ObstacleList list;

  MergerCompletion(
      Mergers mergers,
      Obstacles obstacles,
      Handovers handovers,
      Acts acts,
      Today today,
      ObstacleList list) {
    this.mergers = mergers;
    this.obstacles = obstacles;
    this.handovers = handovers;
    this.acts = acts;
    this.today = today;
    this.list = list;
  }

  /** What a completion would do, and what stands against it. */
  MergerOutcome preview(
      String id, PartialDate effectiveOn, Plan.Unmapped unmapped, Carried carried) {
    Merger merger = mergers.toPreview(id);
    Plan plan = plan(merger, effectiveOn, unmapped, false, carried);
    return handovers.outcome(plan, obstacles.all(plan, merger));
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
    MergerOutcome outcome = handovers.outcome(plan, against);
    UUID act = Ids.fresh();
    acts.begin(act);
    handovers.carryOut(plan);
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
}
