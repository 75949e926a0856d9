package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/** What a merger says of other records: no circle, clusters still there, own colleges. */
@ApplicationScoped
class MergerRules {
  private final Database database;
  private final CollegeOwners colleges;
  private final StillThere there;

  MergerRules(Database database, CollegeOwners colleges, StillThere there) {
    this.database = database;
    this.colleges = colleges;
    this.there = there;
  }

  void check(Merger.Content next, Merger.Content before, boolean isOpen) {
    Violations violations = new Violations();
    violations.addIf(isCircle(next), "/result", "merger.circle");
    for (int i = 0; i < next.collegeMapping().size(); i++) {
      CollegeMapping mapping = next.collegeMapping().get(i);
      String at = "/collegeMapping/" + i;
      UUID from = colleges.clusterOf(mapping.from());
      boolean isEnding =
          from != null && next.parties().contains(from) && !from.equals(next.result());
      violations.addIf(!isEnding, at + "/from", "merger.college-from");
      UUID to = colleges.clusterOf(mapping.to());
      violations.addIf(to == null || !to.equals(next.result()), at + "/to", "merger.college-to");
    }
    Problems.raise(violations);
    if (isOpen) {
      requireThere(next, before);
    }
  }

  private void requireThere(Merger.Content next, Merger.Content before) {
    boolean isMoved =
        before != null
            && next.announcedOn() != null
            && !next.announcedOn().equals(before.announcedOn());
    List<UUID> parties =
        next.parties().stream().filter(party -> !party.equals(next.result())).toList();
    List<UUID> result = Stream.ofNullable(next.result()).toList();
    List<UUID> formerResult =
        before == null ? List.of() : Stream.ofNullable(before.result()).toList();
    there.require(
        next.announcedOn(),
        next.plannedFor(),
        List.of(
            new StillThere.Named("parties", parties, next.takesOver())
                .since(before == null ? List.of() : before.parties(), isMoved),
            new StillThere.Named(
                    next.parties().containsAll(result) ? "parties" : "result", result, false)
                .since(formerResult, isMoved)));
  }

  /** Whether the result has become part of a party already. */
  boolean isCircle(Merger.Content content) {
    return content.result() != null
        && database
            .one(
                """
                select 1 from heirs_of(array[?::uuid]) heir
                where heir = any(?::uuid[]) and heir <> ?\
                """,
                row -> true,
                content.result(),
                content.parties(),
                content.result())
            .isPresent();
  }
}
