package org.grappe.membership;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.organisation.KnownOrganisations;
import org.grappe.shared.Today;
import org.grappe.shared.problem.Fault;
import org.grappe.shared.problem.Faults;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.table.ImportReport;
import org.grappe.shared.table.LineFault;
import org.grappe.shared.write.Owners;
import org.grappe.shared.write.Rights;

/**
 * Takes up a cluster's members from a spreadsheet: all lines or, where asked for, the good ones.
 */
@ApplicationScoped
class MemberImport {
  private final Memberships memberships;
  private final KnownOrganisations organisations;
  private final MemberLookup lookup;
  private final Rights rights;
  private final Today today;

  MemberImport(
      Memberships memberships,
      KnownOrganisations organisations,
      MemberLookup lookup,
      Rights rights,
      Today today) {
    this.memberships = memberships;
    this.organisations = organisations;
    this.lookup = lookup;
    this.rights = rights;
    this.today = today;
  }

  private enum Outcome {
    MADE,
    UNCHANGED,
    LEFT_OUT
  }

  /** What is found while a file is read. */
  private static final class Taking {
    private final String everywhere;
    private final List<LineFault> faults = new ArrayList<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final Map<MembershipContent, MemberLine> taken = new HashMap<>();

    Taking(String everywhere) {
      this.everywhere = everywhere;
    }

    long count(Outcome outcome) {
      return counts.getOrDefault(outcome, 0L);
    }
  }

  /**
   * Takes up a file.
   *
   * @param cluster the cluster of every line that names none; may be null
   * @throws Problem {@code import-refused} where a line is left out and neither switch is on
   */
  ImportReport take(byte[] file, String cluster, boolean dryRun, boolean partial) {
    Taking taking = new Taking(cluster);
    new MemberReader(new ByteArrayInputStream(file), today.zone())
        .read(
            header -> taking.faults.addAll(header.faults()),
            line -> {
              taking.counts.merge(take(line, taking), 1L, Long::sum);
              taking.faults.addAll(line.faults());
            });
    var report =
        new ImportReport(
            taking.counts.values().stream().mapToLong(Long::longValue).sum(),
            taking.count(Outcome.MADE),
            taking.count(Outcome.UNCHANGED),
            taking.count(Outcome.LEFT_OUT),
            List.copyOf(taking.faults));
    if (dryRun) {
      QuarkusTransaction.setRollbackOnly();
    } else if (report.leftOut() > 0 && !partial) {
      throw report.refusal();
    }
    return report;
  }

  private Outcome take(MemberLine line, Taking taking) {
    Optional<MembershipContent> read = content(line, taking.everywhere);
    if (read.isEmpty()) {
      return Outcome.LEFT_OUT;
    }
    MembershipContent content = read.get();
    MemberLine before = taking.taken.get(key(content));
    if (before != null) {
      return repeated(line, before);
    }
    Outcome outcome = lookup.isThere(content) ? Outcome.UNCHANGED : enter(line, content);
    if (outcome != Outcome.LEFT_OUT) {
      taking.taken.put(key(content), line);
    }
    return outcome;
  }

  private Outcome enter(MemberLine line, MembershipContent content) {
    Faults broken = new Faults();
    content.check("", broken);
    for (Fault fault : broken.all()) {
      line.block(MemberColumn.of(fault.at().substring(1)), fault.key());
    }
    if (broken.isEmpty()) {
      lookup.obstacle(content).ifPresent(rule -> line.block(MemberColumn.FROM, rule));
    }
    if (line.isBlocked()) {
      return Outcome.LEFT_OUT;
    }
    memberships.enter(content);
    memberships.forget();
    return Outcome.MADE;
  }

  private static MembershipContent key(MembershipContent content) {
    return new MembershipContent(
        content.cluster(),
        content.organisation(),
        null,
        content.appliedOn(),
        content.from(),
        content.until(),
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  /** Two lines for one membership: said twice, or a namesake that nobody can tell apart. */
  private static Outcome repeated(MemberLine line, MemberLine before) {
    if (line.isIdentified() || line.saysAsMuchAs(before)) {
      line.cells().mend(MemberColumn.NAME, "repeated-line", Long.toString(before.number()));
      return Outcome.UNCHANGED;
    }
    line.block(MemberColumn.NAME, "doubtful");
    return Outcome.LEFT_OUT;
  }

  /**
   * What the line says; its organisation is entered if it was not there.
   *
   * @throws Problem {@code forbidden} for a cluster that the caller does not edit, before anything
   *     is told of who belongs to it
   */
  private Optional<MembershipContent> content(MemberLine line, String everywhere) {
    Optional<UUID> cluster =
        Optional.ofNullable(line.cluster())
            .or(() -> Optional.ofNullable(everywhere))
            .flatMap(lookup::cluster);
    blockUnless(cluster.isPresent(), line, MemberColumn.CLUSTER);
    cluster.ifPresent(known -> rights.toEnter(Owners.cluster(known)));
    UUID college = cluster.flatMap(known -> college(line, known)).orElse(null);
    if (line.isBlocked()) {
      return Optional.empty();
    }
    return organisation(line, cluster.orElseThrow())
        .map(
            organisation ->
                new MembershipContent(
                    cluster.orElseThrow(),
                    organisation,
                    college,
                    line.appliedOn(),
                    line.from(),
                    line.until(),
                    null,
                    line.endReason(),
                    List.of(),
                    List.of(),
                    null));
  }

  /** By id, by number, by a name that is this cluster's member already; otherwise a new one. */
  private Optional<UUID> organisation(MemberLine line, UUID cluster) {
    if (line.organisation() != null) {
      Optional<UUID> known = lookup.organisation(line.organisation());
      blockUnless(known.isPresent(), line, MemberColumn.ORGANISATION);
      return known;
    }
    Optional<UUID> known = organisations.find(line.named());
    if (known.isEmpty() && !line.isIdentified()) {
      Namesakes.Decision decision =
          Namesakes.decide(line.named(), lookup.namesakes(cluster, line.named().name()));
      if (decision.isDoubtful()) {
        line.block(MemberColumn.NAME, "doubtful");
      }
      known = Optional.ofNullable(decision.same());
    }
    if (known.isEmpty() && line.named().name() == null) {
      line.block(MemberColumn.NAME, "name");
    }
    return line.isBlocked()
        ? Optional.empty()
        : known.or(() -> Optional.of(organisations.enter(line.named())));
  }

  private Optional<UUID> college(MemberLine line, UUID cluster) {
    Optional<UUID> college =
        Optional.ofNullable(line.college()).flatMap(name -> lookup.college(cluster, name));
    blockUnless(line.college() == null || college.isPresent(), line, MemberColumn.COLLEGE);
    return college;
  }

  private static void blockUnless(boolean good, MemberLine line, MemberColumn column) {
    if (!good) {
      line.block(column, column.title());
    }
  }
}
