package org.grappe.membership;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.organisation.KnownOrganisations;
import org.grappe.shared.LegalIds;
import org.grappe.shared.Siren;
import org.grappe.shared.Siret;
import org.grappe.shared.problem.Fault;
import org.grappe.shared.problem.Faults;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.table.ImportReport;
import org.grappe.shared.table.LineFault;
import org.grappe.shared.table.Table;

/**
 * Takes up a cluster's members from a spreadsheet: all lines or, where asked for, the good ones.
 */
@ApplicationScoped
class MemberImport {
  private final Memberships memberships;
  private final KnownOrganisations organisations;
  private final MemberLookup lookup;

  MemberImport(Memberships memberships, KnownOrganisations organisations, MemberLookup lookup) {
    this.memberships = memberships;
    this.organisations = organisations;
    this.lookup = lookup;
  }

  private enum Outcome {
    MADE,
    UNCHANGED,
    LEFT_OUT
  }

  /**
   * Takes up a file.
   *
   * @param cluster the cluster of every line that names none; may be null
   * @throws Problem {@code import-refused} where a line is left out and neither switch is on
   */
  ImportReport take(byte[] file, String cluster, boolean dryRun, boolean partial) {
    Table table = Table.read(file);
    List<LineFault> faults = new ArrayList<>();
    table
        .unknown(MemberLine.COLUMNS)
        .forEach(
            name -> faults.add(new LineFault(null, name, null, "unknown-column", false, null)));
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Table.Line row : table.lines()) {
      MemberLine line = new MemberLine(row);
      counts.merge(take(line, cluster), 1L, Long::sum);
      faults.addAll(line.faults());
    }
    var report =
        new ImportReport(
            table.lines().size(),
            counts.getOrDefault(Outcome.MADE, 0L),
            counts.getOrDefault(Outcome.UNCHANGED, 0L),
            counts.getOrDefault(Outcome.LEFT_OUT, 0L),
            List.copyOf(faults));
    if (dryRun) {
      QuarkusTransaction.setRollbackOnly();
    } else if (report.leftOut() > 0 && !partial) {
      throw report.refusal();
    }
    return report;
  }

  private Outcome take(MemberLine line, String everywhere) {
    UUID cluster =
        line.text("cluster")
            .or(() -> Optional.ofNullable(everywhere))
            .flatMap(lookup::cluster)
            .orElse(null);
    if (cluster == null) {
      line.block("cluster", "cluster");
    }
    var named = named(line);
    UUID college =
        cluster == null
            ? null
            : line.text("college").flatMap(name -> college(line, cluster, name)).orElse(null);
    LocalDate applied = line.day("appliedOn");
    LocalDate from = line.day("from");
    LocalDate until = line.day("until");
    var reason = reason(line);
    if (line.isBlocked()) {
      return Outcome.LEFT_OUT;
    }
    UUID organisation = organisation(line, cluster, named);
    if (organisation == null) {
      return Outcome.LEFT_OUT;
    }
    var content =
        new MembershipContent(
            cluster,
            organisation,
            college,
            applied,
            from,
            until,
            null,
            reason,
            List.of(),
            List.of(),
            null);
    return take(line, content);
  }

  private Outcome take(MemberLine line, MembershipContent content) {
    if (lookup.isThere(content)) {
      return Outcome.UNCHANGED;
    }
    Faults broken = new Faults();
    content.check("", broken);
    for (Fault fault : broken.all()) {
      line.block(fault.at().substring(1), fault.key());
    }
    if (broken.isEmpty()) {
      lookup.obstacle(content).ifPresent(rule -> line.block("from", rule));
    }
    if (line.isBlocked()) {
      return Outcome.LEFT_OUT;
    }
    memberships.enter(content);
    return Outcome.MADE;
  }

  private KnownOrganisations.Named named(MemberLine line) {
    String siren = line.number("siren");
    String siret = line.number("siret");
    String rna = line.number("rna");
    blockUnless(siren == null || new Siren.Check().isValid(siren, null), line, "siren");
    blockUnless(siret == null || new Siret.Check().isValid(siret, null), line, "siret");
    blockUnless(rna == null || rna.matches(LegalIds.RNA), line, "rna");
    blockUnless(siren == null || siret == null || siret.startsWith(siren), line, "siret");
    String name = line.text("name").orElse(null);
    blockUnless(name == null || name.length() <= 200, line, "name");
    return new KnownOrganisations.Named(name, siren, siret, rna, line.text("city").orElse(null));
  }

  private static void blockUnless(boolean good, MemberLine line, String field) {
    if (!good) {
      line.block(field, field);
    }
  }

  /** By id, by number, by a name that is this cluster's member already; otherwise a new one. */
  private UUID organisation(MemberLine line, UUID cluster, KnownOrganisations.Named named) {
    Optional<String> id = line.text("organisation");
    if (id.isPresent()) {
      return id.flatMap(lookup::organisation).orElseGet(() -> blocked(line, "organisation"));
    }
    if (named.name() == null && organisations.find(named).isEmpty()) {
      return blocked(line, "name");
    }
    boolean unnumbered = named.siren() == null && named.siret() == null && named.rna() == null;
    return organisations
        .find(named)
        .or(() -> unnumbered ? lookup.memberNamed(cluster, named.name()) : Optional.empty())
        .orElseGet(() -> organisations.enter(named));
  }

  private Optional<UUID> college(MemberLine line, UUID cluster, String name) {
    Optional<UUID> college = lookup.college(cluster, name);
    if (college.isEmpty()) {
      line.block("college", "college");
    }
    return college;
  }

  private static MembershipContent.EndReason reason(MemberLine line) {
    String text = line.text("endReason").orElse("").toUpperCase(Locale.ROOT);
    var reason =
        Arrays.stream(MembershipContent.EndReason.values())
            .filter(value -> value.name().equals(text))
            .findFirst();
    if (reason.isEmpty() && !text.isEmpty()) {
      line.block("endReason", "endReason");
    }
    return reason.orElse(null);
  }

  private static UUID blocked(MemberLine line, String field) {
    line.block(field, field);
    return null;
  }
}
