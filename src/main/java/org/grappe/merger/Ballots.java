package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.Sort;
import org.grappe.record.EditableRecords;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;
import org.grappe.value.Violations;

/** The ballots of the mergers. */
@ApplicationScoped
class Ballots extends EditableRecords<Ballot, Ballot.Content, BallotView> {
  static final Listing<BallotView> LISTING =
      Listing.of(
              "/mergers/{merger}/ballots",
              BallotView.class,
              Columns.of("b", BallotView.class)
                  + ", c.id as party_id, c.name as party_name, c.slug as party_slug",
              "ballots b join clusters c on c.id = b.party")
          .sortOptional("on", Sort.Kind.DATE, "b.assembly_on")
          .sortedBy("on");

  @Inject Mergers mergers;

  Ballots() {
    super(Ballot::new, Ballot.Content.class, LISTING);
  }

  /** A party's own editor enters how it voted. */
  @Override
  protected Owners owners(Ballot ballot) {
    return Owners.cluster(ballot.content().party());
  }

  @Override
  protected void beforeSave(Ballot ballot, Ballot.Content before) {
    Merger merger = mergers.requiredOpen(ballot.merger().toString());
    LocalDate held = ballot.content().assembly().on();
    boolean isToCome = held != null && held.isAfter(today());
    Problems.raise(
        new Violations()
            .addIf(
                !merger.content().parties().contains(ballot.content().party()),
                "/party",
                "ballot.party")
            .addIf(
                isToCome && ballot.content().decision() != null,
                "/decision",
                "ballot.decided-early",
                held));
  }

  Page<BallotView> pageOf(String merger) {
    UUID id = PathId.of(merger);
    Page<BallotView> page = page(new Scope("b.merger = :v", id));
    if (page.getItems().isEmpty()) {
      requireRecord("mergers", id);
    }
    return page;
  }

  BallotView oneOf(String merger, String id, String knownAt) {
    return findAsOf(id, null, knownAt)
        .filter(found -> found.merger().equals(PathId.of(merger)))
        .orElseThrow(() -> Problems.notFound(noun(), id));
  }

  Page<HistoryView> historyOf(String merger, String id) {
    Page<HistoryView> history = history(id);
    if (!histories.knows(PathId.of(id), "merger", PathId.of(merger))) {
      throw Problems.notFound(noun(), id);
    }
    return history;
  }

  Response createIn(String merger, Ballot.Content body) {
    Ballot ballot = new Ballot();
    ballot.belongTo(mergers.required(merger).id());
    return create(ballot, body);
  }

  Ballot requiredOf(String merger, String id) {
    mergers.required(merger);
    Ballot ballot = required(id);
    if (!ballot.merger().equals(PathId.of(merger))) {
      throw Problems.notFound(noun(), id);
    }
    return ballot;
  }

  @Override
  public void remove(Ballot ballot) {
    mergers.requiredOpen(ballot.merger().toString());
    super.remove(ballot);
  }

  @Override
  protected String path(Ballot ballot) {
    return "/mergers/" + ballot.merger() + "/ballots";
  }
}
