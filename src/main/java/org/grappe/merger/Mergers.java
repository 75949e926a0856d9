package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.body.MergePatch;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;

/** The mergers. */
@ApplicationScoped
class Mergers implements Undertakings<Merger, Merger.Content, MergerView> {
  private final Records<Merger, Merger.Content, MergerView> records;
  private final UndertakingFinder finder;
  private final MergerRules rules;
  private final MergerResult result;
  private final Voters voters;

  Mergers(
      RecordsFactory records,
      UndertakingFinder finder,
      MergerRules rules,
      MergerResult result,
      Voters voters) {
    this.records = records.of(this, Merger::new, Merger.Content.class, MergerListing.ALL);
    this.finder = finder;
    this.rules = rules;
    this.result = result;
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
    return Owners.any(MergerResult.involved(merger.content()));
  }

  @Override
  public Owners owners(Merger merger, MergePatch patch) {
    return result.owners(merger, patch);
  }

  /** One that is about to change all that belongs to its parties and result. */
  Merger held(String id) {
    return finder.held(
        this,
        id,
        "select unnest(parties || result) from mergers where id = ? and result is not null");
  }

  Merger toPreview(String id) {
    return finder.toPreview(this, "mergers", id);
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
    result.require(merger, before);
    rules.check(next, before, merger.effectiveOn() == null);
  }

  MergerView abandon(Merger merger, AbandonmentResource.Abandonment body) {
    return abandon(merger, body, result.whoMayAbandon(merger));
  }

  /** Writes other steps of it. */
  void keepSteps(Merger merger, List<MergerStep> steps) {
    records.updateBySystem(merger, merger.withSteps(steps, List.of()));
    flush();
  }
}
