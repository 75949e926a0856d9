package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Sort;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.Violations;

/** The ballots of the mergers. */
@ApplicationScoped
class Ballots implements Repository<Ballot, Ballot.Content, BallotView> {
  static final Listing<BallotView> LISTING =
      Listing.of(
              "/mergers/{merger}/ballots",
              BallotView.class,
              Columns.of("b", BallotView.class, "onMerger", "about")
                  + """
                  , b.merger as about, c.id as party_id, {c.name} as party_name, c.slug as party_slug,
                  coalesce(b.on_merger, true) as on_merger, e.id as event_id, e.called as event_name\
                  """,
              "ballots b join clusters c on c.id = b.party left join events e on e.id = b.event")
          .sortOptional("on", Sort.Kind.DATE, "b.assembly_on")
          .sortedBy("on");

  private final Records<Ballot, Ballot.Content, BallotView> records;
  private final Mergers mergers;

  Ballots(RecordsFactory records, Mergers mergers) {
    this.records = records.of(this, Ballot::new, Ballot.Content.class, LISTING);
    this.mergers = mergers;
  }

  @Override
  public Records<Ballot, Ballot.Content, BallotView> records() {
    return records;
  }

  /** A party's own editor enters how it voted. */
  @Override
  public Owners owners(Ballot ballot) {
    return Owners.cluster(ballot.content().party());
  }

  /** Whoever asks what was known of the merger. */
  @Override
  public Owners ownersOfPast(Ballot ballot) {
    return mergers.ownersOfPast(mergers.findById(ballot.merger()));
  }

  /** A vote is a fact: it is entered and put right whatever has become of the merger since. */
  @Override
  public void beforeSave(Ballot ballot, Ballot.Content before) {
    Merger merger = mergers.required(ballot.merger().toString());
    LocalDate held = ballot.content().assembly().on();
    boolean isToCome = held != null && held.isAfter(records.today());
    Problems.raise(
        new Violations()
            .addIf(
                !merger.content().votes(ballot.content().party()),
                "/party",
                merger.content().parties().contains(ballot.content().party())
                    ? "ballot.takeover"
                    : "ballot.party")
            .addIf(
                isToCome && ballot.content().decision() != null,
                "/decision",
                "ballot.decided-early",
                held));
  }

  Page<BallotView> pageOf(String merger) {
    UUID id = PathId.of(merger);
    return records.pageOf("b.merger", "mergers", id);
  }

  BallotView oneOf(String merger, String id, String knownAt) {
    return records
        .findAsOf(id, null, knownAt)
        .filter(found -> found.about().equals(PathId.of(merger)))
        .orElseThrow(() -> records.notFound(id));
  }

  Page<HistoryView> historyOf(String merger, String id) {
    return records.history(id, "merger", PathId.of(merger));
  }

  Response createIn(String merger, Ballot.Content body) {
    Ballot ballot = new Ballot();
    ballot.belongTo(mergers.required(merger).id());
    return records.create(ballot, body);
  }

  Ballot requiredOf(String merger, String id) {
    mergers.required(merger);
    Ballot ballot = required(id);
    if (!ballot.merger().equals(PathId.of(merger))) {
      throw records.notFound(id);
    }
    return ballot;
  }

  @Override
  public String path(Ballot ballot) {
    return "/mergers/" + ballot.merger() + "/ballots";
  }
}
