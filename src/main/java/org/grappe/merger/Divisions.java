package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.value.Violations;

/** The divisions. */
@ApplicationScoped
class Divisions implements Undertakings<Division, Division.Content, DivisionView> {
  private final Records<Division, Division.Content, DivisionView> records;
  private final UndertakingFinder finder;
  private final DivisionRules rules;
  private final DivisionResults results;
  private final Voters voters;

  Divisions(
      RecordsFactory records,
      UndertakingFinder finder,
      DivisionRules rules,
      DivisionResults results,
      Voters voters) {
    this.records = records.of(this, Division::new, Division.Content.class, DivisionListing.ALL);
    this.finder = finder;
    this.rules = rules;
    this.results = results;
    this.voters = voters;
  }

  @Override
  public Records<Division, Division.Content, DivisionView> records() {
    return records;
  }

  @Override
  public Owners owners(Division division) {
    return Owners.cluster(division.content().cluster());
  }

  /** The editors of its results have it in their lists of then. */
  @Override
  public Owners ownersOfPast(Division division) {
    Division.Content content = division.content();
    return Owners.any(
        Stream.concat(Stream.of(content.cluster()), content.results().stream()).toList());
  }

  @Override
  public Owners owners(Division division, MergePatch patch) {
    return results.owners(division, patch);
  }

  /** One that is about to change all that belongs to its clusters. */
  Division held(String id) {
    return finder.held(this, id, "select unnest(results || cluster) from divisions where id = ?");
  }

  Division toPreview(String id) {
    return finder.toPreview(this, "divisions", id);
  }

  /** That it is over is said before what would be wrong with what it names. */
  @Override
  public DivisionView change(Division division, MergePatch patch) {
    try {
      return records.change(division, patch);
    } catch (Problem wrong) {
      if (wrong.type().equals(ProblemType.VALIDATION_FAILED) && patch.patch().has("results")) {
        division.requireOpen();
      }
      throw wrong;
    }
  }

  @Override
  public void beforeSave(Division division, Division.Content before) {
    Division.Content next = division.content();
    if (before != null) {
      division.requireSameShape(before);
      division.requirePlannedBySteps(before.plannedFor());
      division.requireAnnouncedBefore(before.announcedOn());
      voters.requireNone(
          division,
          before.cluster().equals(next.cluster()) ? List.of() : List.of(before.cluster()));
    }
    results.require(division, before);
    if (before == null
        || !before.assignments().equals(next.assignments())
        || !before.collegeMapping().equals(next.collegeMapping())
        || !before.results().equals(next.results())
        || !before.cluster().equals(next.cluster())) {
      Violations violations = new Violations();
      rules.check(next, violations);
      Problems.raise(violations);
    }
    if (division.effectiveOn() == null) {
      rules.requireThere(next, before);
    }
  }

  DivisionView abandon(Division division, AbandonmentResource.Abandonment body) {
    return abandon(division, body, results.whoMayAbandon(division));
  }
}
