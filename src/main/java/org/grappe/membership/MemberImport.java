package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grappe.caller.Caller;
import org.grappe.config.Today;
import org.grappe.imports.Claims;
import org.grappe.imports.ImportKind;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.Progress;
import org.grappe.imports.Refused;
import org.grappe.membership.MemberComparison.Counts;
import org.grappe.membership.MemberComparison.Finding;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.table.CopyRows;
import org.grappe.table.FaultLog;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/**
 * Takes up members from a spreadsheet, all of it in the transaction that it finds: first every line
 * is read and handed to the database, then compared with the registry, then entered. Memory holds
 * one stretch of lines, and of the faults what a report can hold.
 */
@ApplicationScoped
class MemberImport implements ImportKind {
  /** The parameter that names the cluster of lines that name none. */
  static final String CLUSTER = "cluster";

  private static final int STRETCH = 1000;
  private final MemberTables tables;
  private final MemberNames names;
  private final MemberComparison comparison;
  private final MemberEntry entry;
  private final MemberLookup lookup;
  private final Claims claims;
  private final Rights rights;
  private final Today today;

  MemberImport(
      MemberTables tables,
      MemberNames names,
      MemberComparison comparison,
      MemberEntry entry,
      MemberLookup lookup,
      Claims claims,
      Rights rights,
      Today today) {
    this.tables = tables;
    this.names = names;
    this.comparison = comparison;
    this.entry = entry;
    this.lookup = lookup;
    this.claims = claims;
    this.rights = rights;
    this.today = today;
  }

  /** What is found while a file is read. */
  private static final class Reading {
    private final FaultLog violations = new FaultLog();
    private final CopyRows rows = new CopyRows();
    private Header<MemberColumn> header;
    private long lines;
    private long leftOut;
  }

  @Override
  public String name() {
    return "MEMBERS";
  }

  @Override
  public String path() {
    return "/api/v1/memberships/csv";
  }

  @Override
  public void admit(Caller caller, UnaryOperator<String> parameters) {
    boolean isAnothers =
        Optional.ofNullable(parameters.apply(CLUSTER))
            .flatMap(lookup::cluster)
            .filter(cluster -> !caller.edits(List.of(cluster)))
            .isPresent();
    if (isAnothers) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }

  @Override
  public ImportReport take(InputStream file, ImportOrder order, Progress progress) {
    tables.open();
    Reading reading = read(file, order.parameters().get(CLUSTER), progress);
    // before anything is told of who belongs to a cluster of others
    rights.requireCreate(Owners.all(tables.findClusters()));
    if (!order.dryRun()) {
      claims.hold(order, tables.claims());
      tables.lockClusters();
    }
    tables.findParties();
    names.find();
    Counts counts = comparison.compare();
    tell(reading, counts, progress);
    ImportReport report =
        new ImportReport(
            reading.lines, counts.made(), counts.unchanged(), counts.leftOut(), reading.violations);
    if (!order.dryRun() && !order.partial() && report.leftOut() > 0) {
      throw new Refused(report);
    }
    if (!order.dryRun()) {
      enter(reading, counts, progress);
    }
    return report;
  }

  private Reading read(InputStream file, String everywhere, Progress progress) {
    Reading reading = new Reading();
    new MemberReader(file, today.zone())
        .read(
            header -> {
              reading.header = header;
              header.faults().forEach(reading.violations::add);
            },
            line -> {
              take(line, everywhere, reading);
              if (reading.rows.count() == STRETCH) {
                tables.load(reading.rows.take());
                progress.tell(reading.lines, 0, reading.leftOut);
              }
            });
    tables.load(reading.rows.take());
    progress.tell(reading.lines, 0, reading.leftOut);
    return reading;
  }

  private static void take(MemberLine line, String everywhere, Reading reading) {
    if (!line.isBlocked()) {
      check(line);
    }
    String cluster = line.cluster() == null ? everywhere : line.cluster();
    MemberTables.add(reading.rows, reading.lines, line, cluster, line.isBlocked());
    reading.lines++;
    reading.leftOut += line.isBlocked() ? 1 : 0;
    line.faults().forEach(reading.violations::add);
  }

  private static void check(MemberLine line) {
    Violations broken = new Violations();
    content(line).check("", broken);
    for (Violation fault : broken.all()) {
      line.block(MemberColumn.of(fault.at().substring(1)), fault.key());
    }
  }

  private static MembershipContent content(MemberLine line) {
    return MembershipContentBuilder.builder()
        .appliedOn(line.appliedOn())
        .from(line.from())
        .until(line.until())
        .endReason(line.endReason())
        .build();
  }

  private void tell(Reading reading, Counts counts, Progress progress) {
    for (long from = 1; ; from += STRETCH) {
      List<Finding> found = comparison.findings(from, from + STRETCH);
      if (found.isEmpty()) {
        return;
      }
      found.forEach(one -> reading.violations.add(fault(one, reading.header)));
      progress.tell(reading.lines, 0, counts.leftOut());
    }
  }

  private static LineFault fault(Finding found, Header<MemberColumn> header) {
    return new LineFault(
        found.line(),
        header.name(found.column()),
        found.value(),
        found.rule(),
        found.repeats() == null,
        found.repeats() == null ? null : found.repeats().toString());
  }

  private void enter(Reading reading, Counts counts, Progress progress) {
    entry.enterOrganisations(today.now());
    long made = 0;
    for (long from = 1; from <= counts.made(); from += STRETCH) {
      made += entry.enter(from, from + STRETCH, today.now());
      progress.tell(reading.lines, made, counts.leftOut());
    }
  }
}
