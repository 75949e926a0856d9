package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.http.ProblemAnswers;
import org.grappe.problem.Problem;

/** Tells callers what stands against an act on a merger, in their language. */
@ApplicationScoped
class ObstacleList {
  private final ProblemAnswers answers;

  ObstacleList(ProblemAnswers answers) {
    this.answers = answers;
  }

  List<MergerOutcome.Obstacle> of(List<Against> against) {
    return against.stream()
        .map(
            one ->
                new MergerOutcome.Obstacle(
                    "/problems/" + one.problem().type().slug(),
                    answers.detail(one.problem()),
                    one.collection(),
                    one.id(),
                    one.name()))
        .toList();
  }

  /**
   * Ends the request if there is any.
   *
   * @throws Problem the first, with all as {@code obstacles}
   */
  void raise(List<Against> against) {
    if (!against.isEmpty()) {
      throw against.get(0).problem().withMember("obstacles", of(against));
    }
  }
}
