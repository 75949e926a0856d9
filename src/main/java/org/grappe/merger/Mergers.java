package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Busy;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.query.PathId;
import org.grappe.record.ClusterLocks;
import org.grappe.record.HistoryRights;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.value.Violation;

/** The mergers. */
@ApplicationScoped
class Mergers implements Undertakings<Merger, Merger.Content, MergerView> {
  private final Records<Merger, Merger.Content, MergerView> records;
  private final Callers callers;
  private final ClusterLookup clusters;
  private final Database database;
  private final HistoryRights historyRights;
  private final ClusterLocks locks;
  private final MergerRules rules;
  private final SelfNamed selfNamed;
  private final Voters voters;

  Mergers(
      RecordsFactory records,
      Callers callers,
      ClusterLookup clusters,
      Database database,
      HistoryRights historyRights,
      ClusterLocks locks,
      MergerRules rules,
      SelfNamed selfNamed,
      Voters voters) {
    this.records = records.of(this, Merger::new, Merger.Content.class, MergerListing.ALL);
    this.callers = callers;
    this.clusters = clusters;
    this.database = database;
    this.historyRights = historyRights;
    this.locks = locks;
    this.rules = rules;
    this.selfNamed = selfNamed;
    this.voters = voters;
  }

  @Override
  public Records<Merger, Merger.Content, MergerView> records() {
    return records;
  }

  @Override
  public Owners owners(Merger merger) {
    return Owners.any(merger.content().parties());
  }

  /** Its result's editors have it in their lists of then. */
  @Override
  public Owners ownersOfPast(Merger merger) {
    return Owners.any(involved(merger.content()));
  }

  /** An open result is named by its own editor, too, who changes nothing else. */
  @Override
  public Owners owners(Merger merger, MergePatch patch) {
    List<UUID> named =
        patch.patch().size() == 1 && patch.patch().path("result").isTextual()
            ? clusters.find(patch.patch().get("result").asText()).stream().toList()
            : List.of();
    UUID result = merger.content().result();
    boolean isOpen = result == null || named.contains(result);
    return isOpen && !named.isEmpty() && callers.current().edits(named)
        ? Owners.any(Stream.concat(merger.content().parties().stream(), named.stream()).toList())
        : owners(merger);
  }

  /** The parties, and the result where there is one: each may call it off, if it was invited. */
  private static List<UUID> involved(Merger.Content content) {
    return Stream.concat(content.parties().stream(), Stream.ofNullable(content.result()))
        .distinct()
        .toList();
  }

  /**
   * A merger that is about to change all that belongs to its parties and result: nobody else writes
   * any of that until the transaction ends. The clusters come before the merger, in which others
   * may stand by the time they are held.
   */
  Merger held(String id) {
    List<UUID> clusters = involved(id);
    locks.hold(clusters);
    Merger merger = required(id);
    if (!clusters.equals(involved(id))) {
      throw new Busy();
    }
    return merger;
  }

  private List<UUID> involved(String id) {
    return database.all(
        "select unnest(parties || result) from mergers where id = ? and result is not null",
        row -> row.getObject(1, UUID.class),
        List.of(PathId.of(id)));
  }

  /** A merger whose preview the caller may read; all that is read of it is of one moment. */
  Merger toPreview(String id) {
    database.change("set transaction isolation level repeatable read");
    Merger merger = records.required(id);
    if (!callers.current().readsApplications()) {
      historyRights.require(owners(merger), "mergers", merger.id());
    }
    return merger;
  }

  @Override
  public void beforeSave(Merger merger, Merger.Content before) {
    Merger.Content next = merger.content();
    if (before != null) {
      merger.requireSameShape(before);
      merger.requirePlannedBySteps(before.plannedFor());
      merger.requireAnnouncedBefore(before.announcedOn());
      voters.requireNone(
          merger,
          before.parties().stream().filter(party -> !next.parties().contains(party)).toList());
    }
    requireResult(merger, before);
    rules.check(next, before, merger.effectiveOn() == null);
  }

  /**
   * Nobody is made the result of a merger by others: one that is no party is named by its own
   * editor, or an administrator.
   */
  private void requireResult(Merger merger, Merger.Content before) {
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

  MergerView abandon(Merger merger, AbandonmentResource.Abandonment body) {
    Owners owners =
        Owners.any(
            Stream.concat(
                    merger.content().parties().stream(),
                    selfNamed.invited(merger.id(), involved(merger.content())).stream())
                .distinct()
                .toList());
    return abandon(merger, body, owners);
  }

  /** Writes other steps of it. */
  void keepSteps(Merger merger, List<MergerStep> steps) {
    records.updateBySystem(merger, merger.withSteps(steps, List.of()));
    flush();
  }
}
