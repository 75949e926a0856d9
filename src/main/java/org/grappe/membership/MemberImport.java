package org.grappe.membership;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final MemberReading reading;
  private final MemberLookup lookup;

  MemberImport(Memberships memberships, MemberReading reading, MemberLookup lookup) {
    this.memberships = memberships;
    this.reading = reading;
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
    Optional<MembershipContent> read = reading.read(line, everywhere);
    if (read.isEmpty()) {
      return Outcome.LEFT_OUT;
    }
    MembershipContent content = read.get();
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
    memberships.forget();
    return Outcome.MADE;
  }
}
