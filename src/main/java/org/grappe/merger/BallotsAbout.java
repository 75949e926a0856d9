package org.grappe.merger;

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
import org.grappe.record.Repository;
import org.grappe.value.Violations;

/** What is done with ballots on mergers as with those on divisions. */
interface BallotsAbout<B extends AnyBallot> extends Repository<B, Ballot.Content, BallotView> {

  /**
   * How they are read, and what can be asked of them.
   *
   * @param subject see {@link #subject}
   */
  static Listing<BallotView> listing(String table, String subject) {
    return Listing.of(
            "/%1$ss/{%1$s}/ballots".formatted(subject),
            BallotView.class,
            Columns.of("b", BallotView.class, "onMerger", "about")
                + """
                , b.%s as about, c.id as party_id, {c.name} as party_name, c.slug as party_slug,
                coalesce(b.on_merger, true) as on_merger, e.id as event_id, e.called as event_name\
                """
                    .formatted(subject),
            "%s b join clusters c on c.id = b.party left join events e on e.id = b.event"
                .formatted(table))
        .sortOptional("on", Sort.Kind.DATE, "b.assembly_on")
        .sortedBy("on");
  }

  /** What they decide of, as columns and addresses name it. */
  String subject();

  /** One of what they decide of, which must be there. */
  UUID requiredSubject(String id);

  B blank();

  /** Which of the events can be the assembly. */
  AssemblyEvents events();

  /** Whether whose assembly it is may vote. */
  void checkParty(B ballot, Violations violations);

  /** A party's own editor enters how it voted. */
  @Override
  default Owners owners(B ballot) {
    return Owners.cluster(ballot.content().party());
  }

  /** A vote is a fact: it is entered and put right whatever has become of its subject since. */
  @Override
  default void beforeSave(B ballot, Ballot.Content before) {
    Violations violations = new Violations();
    checkParty(ballot, violations);
    LocalDate held = ballot.content().assembly().on();
    boolean isToCome = held != null && held.isAfter(records().today());
    Problems.raise(
        violations.addIf(
            isToCome && ballot.content().decision() != null,
            "/decision",
            "ballot.decided-early",
            held));
    events().require(ballot.content(), before);
  }

  default Page<BallotView> pageOf(String subject) {
    return records().pageOf("b." + subject(), subject() + "s", PathId.of(subject));
  }

  default BallotView oneOf(String subject, String id, String knownAt) {
    return records()
        .findAsOf(id, null, knownAt)
        .filter(found -> found.about().equals(PathId.of(subject)))
        .orElseThrow(() -> records().notFound(id));
  }

  default Page<HistoryView> historyOf(String subject, String id) {
    return records().history(id, subject(), PathId.of(subject));
  }

  default Response createIn(String subject, Ballot.Content body) {
    B ballot = blank();
    ballot.belongTo(requiredSubject(subject));
    return records().create(ballot, body);
  }

  default B requiredOf(String subject, String id) {
    UUID about = requiredSubject(subject);
    B ballot = required(id);
    if (!ballot.about().equals(about)) {
      throw records().notFound(id);
    }
    return ballot;
  }

  @Override
  default String path(B ballot) {
    return "/" + subject() + "s/" + ballot.about() + "/ballots";
  }
}
