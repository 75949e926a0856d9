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

/** The ballots on the divisions. */
@ApplicationScoped
class DivisionBallots implements Repository<DivisionBallot, Ballot.Content, BallotView> {
  static final Listing<BallotView> LISTING =
      Listing.of(
              "/divisions/{division}/ballots",
              BallotView.class,
              Columns.of("b", BallotView.class, "onMerger", "about")
                  + """
                  , b.division as about, c.id as party_id, {c.name} as party_name, c.slug as party_slug,
                  coalesce(b.on_merger, true) as on_merger, e.id as event_id, e.called as event_name\
                  """,
              "division_ballots b join clusters c on c.id = b.party left join events e on e.id = b.event")
          .sortOptional("on", Sort.Kind.DATE, "b.assembly_on")
          .sortedBy("on");

  private final Records<DivisionBallot, Ballot.Content, BallotView> records;
  private final Divisions divisions;

  DivisionBallots(RecordsFactory records, Divisions divisions) {
    this.records = records.of(this, DivisionBallot::new, Ballot.Content.class, LISTING);
    this.divisions = divisions;
  }

  @Override
  public Records<DivisionBallot, Ballot.Content, BallotView> records() {
    return records;
  }

  /** A party's own editor enters how it voted. */
  @Override
  public Owners owners(DivisionBallot ballot) {
    return Owners.cluster(ballot.content().party());
  }

  /** Whoever asks what was known of the division. */
  @Override
  public Owners ownersOfPast(DivisionBallot ballot) {
    return divisions.ownersOfPast(divisions.findById(ballot.division()));
  }

  /** A vote is a fact: it is entered and put right whatever has become of the division since. */
  @Override
  public void beforeSave(DivisionBallot ballot, Ballot.Content before) {
    Division division = divisions.required(ballot.division().toString());
    LocalDate held = ballot.content().assembly().on();
    boolean isToCome = held != null && held.isAfter(records.today());
    Problems.raise(
        new Violations()
            .addIf(
                !division.content().cluster().equals(ballot.content().party()),
                "/party",
                "ballot.division")
            .addIf(
                isToCome && ballot.content().decision() != null,
                "/decision",
                "ballot.decided-early",
                held));
  }

  Page<BallotView> pageOf(String division) {
    UUID id = PathId.of(division);
    return records.pageOf("b.division", "divisions", id);
  }

  BallotView oneOf(String division, String id, String knownAt) {
    return records
        .findAsOf(id, null, knownAt)
        .filter(found -> found.about().equals(PathId.of(division)))
        .orElseThrow(() -> records.notFound(id));
  }

  Page<HistoryView> historyOf(String division, String id) {
    return records.history(id, "division", PathId.of(division));
  }

  Response createIn(String division, Ballot.Content body) {
    DivisionBallot ballot = new DivisionBallot();
    ballot.belongTo(divisions.required(division).id());
    return records.create(ballot, body);
  }

  DivisionBallot requiredOf(String division, String id) {
    divisions.required(division);
    DivisionBallot ballot = required(id);
    if (!ballot.division().equals(PathId.of(division))) {
      throw records.notFound(id);
    }
    return ballot;
  }

  @Override
  public String path(DivisionBallot ballot) {
    return "/divisions/" + ballot.division() + "/ballots";
  }
}
