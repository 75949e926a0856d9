package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.query.Listing;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.value.Violations;

/** The ballots on the divisions. */
@ApplicationScoped
class DivisionBallots implements BallotsAbout<DivisionBallot> {
  static final Listing<BallotView> LISTING = BallotsAbout.listing("division_ballots", "division");

  private final Records<DivisionBallot, Ballot.Content, BallotView> records;
  private final Divisions divisions;
  private final AssemblyEvents events;

  DivisionBallots(RecordsFactory records, Divisions divisions, AssemblyEvents events) {
    this.records = records.of(this, DivisionBallot::new, Ballot.Content.class, LISTING);
    this.divisions = divisions;
    this.events = events;
  }

  @Override
  public Records<DivisionBallot, Ballot.Content, BallotView> records() {
    return records;
  }

  @Override
  public String subject() {
    return "division";
  }

  @Override
  public UUID requiredSubject(String id) {
    return divisions.required(id).id();
  }

  @Override
  public DivisionBallot blank() {
    return new DivisionBallot();
  }

  @Override
  public AssemblyEvents events() {
    return events;
  }

  /** Whoever asks what was known of the division. */
  @Override
  public Owners ownersOfPast(DivisionBallot ballot) {
    return divisions.ownersOfPast(divisions.findById(ballot.about()));
  }

  @Override
  public void checkParty(DivisionBallot ballot, Violations violations) {
    Division.Content division = divisions.required(ballot.about().toString()).content();
    violations.addIf(
        !division.cluster().equals(ballot.content().party()), "/party", "ballot.division");
  }
}
