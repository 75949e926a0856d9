package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Busy;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.query.PathId;
import org.grappe.record.ClusterLocks;
import org.grappe.record.HistoryRights;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/** The divisions. */
@ApplicationScoped
class Divisions implements Undertakings<Division, Division.Content, DivisionView> {
  /** As many as a division can have; more are refused, and not looked up. */
  private static final int MOST_RESULTS = 50;

  private final Records<Division, Division.Content, DivisionView> records;
  private final DivisionRules rules;
  private final Callers callers;
  private final ClusterLookup clusters;
  private final Database database;
  private final HistoryRights historyRights;
  private final ClusterLocks locks;
  private final SelfNamed selfNamed;
  private final Voters voters;

  Divisions(
      RecordsFactory records,
      DivisionRules rules,
      Callers callers,
      ClusterLookup clusters,
      Database database,
      HistoryRights historyRights,
      ClusterLocks locks,
      SelfNamed selfNamed,
      Voters voters) {
    this.records = records.of(this, Division::new, Division.Content.class, DivisionListing.ALL);
    this.rules = rules;
    this.callers = callers;
    this.clusters = clusters;
    this.database = database;
    this.historyRights = historyRights;
    this.locks = locks;
    this.selfNamed = selfNamed;
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

  /**
   * Results are named by their own editors, too, who change nothing else: asked before and after
   * the change.
   */
  @Override
  public Owners owners(Division division, MergePatch patch) {
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
        : owners(division);
  }

  /** A division that is about to change all that belongs to its clusters. */
  Division held(String id) {
    List<UUID> held = involved(id);
    locks.hold(held);
    Division division = required(id);
    if (!held.equals(involved(id))) {
      throw new Busy();
    }
    return division;
  }

  private List<UUID> involved(String id) {
    return database.all(
        "select unnest(results || cluster) from divisions where id = ?",
        row -> row.getObject(1, UUID.class),
        List.of(PathId.of(id)));
  }

  /** A division whose preview the caller may read; all that is read of it is of one moment. */
  Division toPreview(String id) {
    database.change("set transaction isolation level repeatable read");
    Division division = records.required(id);
    if (!callers.current().readsApplications()) {
      historyRights.require(owners(division), "divisions", division.id());
    }
    return division;
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
    requireResults(division, before);
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

  /** Nobody is made the result of a division by others: each is named by its editor. */
  private void requireResults(Division division, Division.Content before) {
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

  DivisionView abandon(Division division, AbandonmentResource.Abandonment body) {
    Division.Content content = division.content();
    Owners owners =
        Owners.any(
            Stream.concat(
                    Stream.of(content.cluster()),
                    selfNamed.invited(division.id(), content.results()).stream())
                .toList());
    return abandon(division, body, owners);
  }
}
