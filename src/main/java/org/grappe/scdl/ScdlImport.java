package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.imports.Claims;
import org.grappe.imports.ImportKind;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.Progress;
import org.grappe.imports.Refused;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.scdl.ScdlTables.Counts;
import org.grappe.table.FaultLog;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.value.Money;

/**
 * Takes up a file of subsidies, all of it in the transaction that it finds: first every line is
 * read and handed to the database, then compared with the registry, then entered. Memory holds one
 * stretch of lines, and of the faults what a report can hold.
 */
@ApplicationScoped
class ScdlImport implements ImportKind {
  private static final int STRETCH = 1000;
  private final ScdlTables tables;
  private final ScdlParties parties;
  private final Rights rights;
  private final Claims claims;
  private final Today today;

  ScdlImport(ScdlTables tables, ScdlParties parties, Rights rights, Claims claims, Today today) {
    this.tables = tables;
    this.parties = parties;
    this.rights = rights;
    this.claims = claims;
    this.today = today;
  }

  /** What is found while a file is read. */
  private static final class Reading {
    private final FaultLog faults = new FaultLog();
    private final ScdlRows rows = new ScdlRows();
    private long lines;
    private long leftOut;
    private BigDecimal sum = new BigDecimal("0.00");
  }

  @Override
  public String name() {
    return "SUBSIDIES";
  }

  @Override
  public String path() {
    return "/api/v1/subsidy-lines/scdl";
  }

  @Override
  public ImportReport take(InputStream file, ImportOrder order, Progress progress) {
    tables.open();
    Reading reading = read(file, progress);
    parties.find();
    requireRights();
    if (!order.dryRun()) {
      claims.hold(order, parties.claims());
      parties.findOrganisations();
      parties.nameOrganisations();
    }
    Counts counts = tables.compare();
    tellSimilar(reading, progress);
    ImportReport report = report(reading, counts);
    if (!order.dryRun() && !order.partial() && report.leftOut() > 0) {
      throw new Refused(report);
    }
    if (!order.dryRun()) {
      enter(reading, progress);
    }
    return report;
  }

  private Reading read(InputStream file, Progress progress) {
    Reading reading = new Reading();
    new ScdlReader(file, today.zone())
        .read(
            header -> header.faults().forEach(reading.faults::add),
            line -> {
              take(line, reading);
              if (reading.rows.count() == STRETCH) {
                tables.load(reading.rows.take());
                progress.tell(reading.lines, 0, reading.leftOut);
              }
            });
    tables.load(reading.rows.take());
    progress.tell(reading.lines, 0, reading.leftOut);
    return reading;
  }

  private static void take(ScdlLine line, Reading reading) {
    reading.rows.add(reading.lines, line);
    reading.lines++;
    reading.leftOut += line.isBlocked() ? 1 : 0;
    reading.sum = line.part() == null ? reading.sum : reading.sum.add(line.part());
    for (LineFault fault : line.faults()) {
      reading.faults.add(fault);
    }
  }

  /** An editor enters what its clusters get, and only a file that has nothing else. */
  private void requireRights() {
    Optional<List<UUID>> clusters = parties.clustersAlone();
    rights.requireImport(clusters.map(Owners::all).orElseGet(Owners::administrators));
  }

  private void tellSimilar(Reading reading, Progress progress) {
    tables.findSimilar();
    for (long from = 0; from < reading.lines; from += STRETCH) {
      tables.similar(from, from + STRETCH).forEach(reading.faults::add);
      tables.differing(from, from + STRETCH).forEach(reading.faults::add);
      progress.tell(reading.lines, 0, reading.leftOut);
    }
  }

  private void enter(Reading reading, Progress progress) {
    long made = 0;
    for (long from = 0; from < reading.lines; from += STRETCH) {
      made += tables.enter(from, from + STRETCH, today.now());
      progress.tell(reading.lines, made, reading.leftOut);
    }
    parties.enterOrganisations(today.now());
    progress.tell(reading.lines, made, reading.leftOut);
  }

  private ImportReport report(Reading reading, Counts counts) {
    return new ImportReport(
        reading.lines,
        Money.of(reading.sum, "EUR"),
        tables.beneficiaries(),
        counts.made(),
        counts.unchanged(),
        reading.leftOut,
        reading.faults.all(),
        reading.faults.omitted());
  }
}
