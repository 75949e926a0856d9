package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.scdl.ScdlTables.Counts;
import org.grappe.shared.Money;
import org.grappe.shared.Today;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.read.Database;
import org.grappe.shared.table.LineFault;
import org.grappe.shared.write.Owners;
import org.grappe.shared.write.Rights;

/**
 * Takes up a file of subsidies, all of it in the transaction that it finds: first every line is
 * read and handed to the database, then compared with the registry, then entered. Memory holds one
 * stretch of lines, and of the faults what a report can hold.
 */
@ApplicationScoped
class ScdlImport {
  private static final int STRETCH = 1000;
  private static final int TRIES = 100;
  private final ScdlTables tables;
  private final Rights rights;
  private final Database database;
  private final Today today;

  ScdlImport(ScdlTables tables, Rights rights, Database database, Today today) {
    this.tables = tables;
    this.rights = rights;
    this.database = database;
    this.today = today;
  }

  /** That a file has lines which cannot be taken. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ScdlReport report;

    Refused(ScdlReport report) {
      super("import-refused", null, false, false);
      this.report = report;
    }

    ScdlReport report() {
      return report;
    }
  }

  /** What is found while a file is read. */
  private static final class Reading {
    private final FaultLog faults = new FaultLog();
    private final ScdlRows rows = new ScdlRows();
    private long lines;
    private long leftOut;
    private BigDecimal sum = new BigDecimal("0.00");
  }

  /**
   * Takes up a file.
   *
   * @throws Refused where a line is left out and neither switch is on
   * @throws Problem {@code forbidden} where a beneficiary isn't the caller's, {@code
   *     malformed-request}
   */
  ScdlReport take(InputStream file, boolean dryRun, boolean partial, Progress progress) {
    tables.open();
    Reading reading = read(file, progress);
    tables.findParties();
    requireRights();
    if (!dryRun) {
      lock();
      tables.enterOrganisations(today.now());
    }
    Counts counts = tables.compare();
    tellSimilar(reading, progress);
    ScdlReport report = report(reading, counts);
    if (!dryRun && !partial && report.leftOut() > 0) {
      throw new Refused(report);
    }
    if (!dryRun) {
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
    Optional<List<UUID>> clusters = tables.clustersAlone();
    rights.toLoad(clusters.map(Owners::all).orElseGet(Owners::administrators));
  }

  /** One file at a time, so that two of the same don't make everything twice. */
  private void lock() {
    for (int i = 0; i < TRIES; i++) {
      boolean free =
          database
              .one(
                  "select pg_try_advisory_xact_lock(hashtextextended('scdl', 0))",
                  row -> row.getBoolean(1))
              .orElseThrow();
      if (free) {
        return;
      }
      pause();
    }
    throw Problems.of(ProblemType.UNAVAILABLE, "conflict").with("Retry-After", "10");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellSimilar(Reading reading, Progress progress) {
    tables.findSimilar();
    for (long from = 0; from < reading.lines; from += STRETCH) {
      tables.similar(from, from + STRETCH).forEach(reading.faults::add);
      progress.tell(reading.lines, 0, reading.leftOut);
    }
  }

  private void enter(Reading reading, Progress progress) {
    long made = 0;
    for (long from = 0; from < reading.lines; from += STRETCH) {
      made += tables.enter(from, from + STRETCH, today.now());
      progress.tell(reading.lines, made, reading.leftOut);
    }
  }

  private ScdlReport report(Reading reading, Counts counts) {
    return new ScdlReport(
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
