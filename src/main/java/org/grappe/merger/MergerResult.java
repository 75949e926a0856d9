package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.cluster.ClusterLookup;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.Owners;
import org.grappe.value.Violation;

/** Who says what comes of a merger, and what say the result has in it. */
@ApplicationScoped
class MergerResult {
  private final Callers callers;
  private final ClusterLookup clusters;
  private final SelfNamed selfNamed;

  MergerResult(Callers callers, ClusterLookup clusters, SelfNamed selfNamed) {
    this.callers = callers;
    this.clusters = clusters;
    this.selfNamed = selfNamed;
  }

  /** An open result is named by its own editor, too, who changes nothing else. */
  Owners owners(Merger merger, MergePatch patch) {
    List<UUID> named =
        patch.patch().size() == 1 && patch.patch().path("result").isTextual()
            ? clusters.find(patch.patch().get("result").asText()).stream().toList()
            : List.of();
    UUID result = merger.content().result();
    boolean isOpen = result == null || named.contains(result);
    return isOpen && !named.isEmpty() && callers.current().edits(named)
        ? Owners.any(Stream.concat(merger.content().parties().stream(), named.stream()).toList())
        : Owners.any(merger.content().parties());
  }

  /**
   * Nobody is made the result of a merger by others: one that is no party is named by its own
   * editor, or an administrator.
   *
   * @throws Problem {@code forbidden}
   */
  void require(Merger merger, Merger.Content before) {
    Merger.Content next = merger.content();
    UUID result = next.result();
    boolean isNamed =
        result != null
            && !next.parties().contains(result)
            && (before == null
                || !result.equals(before.result())
                || before.parties().contains(result));
    if (isNamed && !callers.current().edits(List.of(result))) {
      throw Problems.forbidden(List.of(Violation.pointer("/result", "forbidden.result")));
    }
    selfNamed.keep(merger.id(), next.parties(), isNamed ? List.of(result) : List.of());
  }

  /** Each party, and the result if it was invited. */
  Owners whoMayAbandon(Merger merger) {
    return Owners.any(
        Stream.concat(
                merger.content().parties().stream(),
                selfNamed.invited(merger.id(), involved(merger.content())).stream())
            .distinct()
            .toList());
  }

  /** The parties, and the result where there is one. */
  static List<UUID> involved(Merger.Content content) {
    return Stream.concat(content.parties().stream(), Stream.ofNullable(content.result()))
        .distinct()
        .toList();
  }
}
