package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.cluster.ClusterLookup;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.Owners;
import org.grappe.value.Violation;

/** Who says what comes of a division, and what say the results have in it. */
@ApplicationScoped
class DivisionResults {
  /** As many as a division can have; more are refused, and not looked up. */
  private static final int MOST_RESULTS = 50;

  private final Callers callers;
  private final ClusterLookup clusters;
  private final SelfNamed selfNamed;

  DivisionResults(Callers callers, ClusterLookup clusters, SelfNamed selfNamed) {
    this.callers = callers;
    this.clusters = clusters;
    this.selfNamed = selfNamed;
  }

  /**
   * Results are named by their own editors, too, who change nothing else: asked before and after
   * the change.
   */
  Owners owners(Division division, MergePatch patch) {
    List<UUID> named =
        patch.patch().size() == 1 && patch.patch().path("results").size() <= MOST_RESULTS
            ? StreamSupport.stream(patch.patch().path("results").spliterator(), false)
                .flatMap(result -> clusters.find(result.asText()).stream())
                .toList()
            : List.of();
    List<UUID> own =
        named.stream().filter(result -> callers.current().edits(List.of(result))).toList();
    return !own.isEmpty() && named.containsAll(division.content().results())
        ? Owners.any(Stream.concat(Stream.of(division.content().cluster()), own.stream()).toList())
        : Owners.cluster(division.content().cluster());
  }

  /**
   * Nobody is made the result of a division by others: each is named by its editor.
   *
   * @throws Problem {@code forbidden}
   */
  void require(Division division, Division.Content before) {
    Division.Content next = division.content();
    List<UUID> named =
        next.results().stream()
            .filter(result -> before == null || !before.results().contains(result))
            .toList();
    List<Violation> foreign =
        named.stream()
            .filter(result -> !callers.current().edits(List.of(result)))
            .map(result -> next.results().indexOf(result))
            .map(i -> Violation.pointer("/results/" + i, "forbidden.result"))
            .toList();
    if (!foreign.isEmpty()) {
      throw Problems.forbidden(foreign);
    }
    selfNamed.keep(division.id(), List.of(next.cluster()), named);
  }

  /** The cluster, and each result that was invited. */
  Owners whoMayAbandon(Division division) {
    Division.Content content = division.content();
    return Owners.any(
        Stream.concat(
                Stream.of(content.cluster()),
                selfNamed.invited(division.id(), content.results()).stream())
            .toList());
  }
}
