package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.query.Listing;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.value.Violations;

/** The ballots on the mergers. */
@ApplicationScoped
class Ballots implements BallotsAbout<Ballot> {
  static final Listing<BallotView> LISTING = BallotsAbout.listing("ballots", "merger");

  private final Records<Ballot, Ballot.Content, BallotView> records;
  private final Mergers mergers;
  private final AssemblyEvents events;

  Ballots(RecordsFactory records, Mergers mergers, AssemblyEvents events) {
    this.records = records.of(this, Ballot::new, Ballot.Content.class, LISTING);
    this.mergers = mergers;
    this.events = events;
  }

  @Override
  public Records<Ballot, Ballot.Content, BallotView> records() {
    return records;
  }

  @Override
  public String subject() {
    return "merger";
  }

  @Override
  public UUID requiredSubject(String id) {
    return mergers.required(id).id();
  }

  @Override
  public Ballot blank() {
    return new Ballot();
  }

  @Override
  public AssemblyEvents events() {
    return events;
  }

  /** Whoever asks what was known of the merger. */
  @Override
  public Owners ownersOfPast(Ballot ballot) {
    return mergers.ownersOfPast(mergers.findById(ballot.about()));
  }

  @Override
  public void checkParty(Ballot ballot, Violations violations) {
    Merger.Content merger = mergers.required(ballot.about().toString()).content();
    UUID party = ballot.content().party();
    violations.addIf(
        !merger.votes(party),
        "/party",
        merger.parties().contains(party) ? "ballot.takeover" : "ballot.party");
  }
}
