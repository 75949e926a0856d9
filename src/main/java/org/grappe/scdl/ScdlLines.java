package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.LineCounts;
import org.grappe.imports.TableLines;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.table.Cells;
import org.grappe.table.Columns;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.value.Money;

/** The lines of a file of subsidies, each what one beneficiary gets. */
@ApplicationScoped
class ScdlLines implements TableLines<ScdlColumn> {
  private final ScdlParties parties;
  private final ScdlComparison comparison;
  private final ScdlFindings findings;
  private final ScdlEntry entry;
  private final Database database;
  private final Rights rights;
  private final Today today;

  ScdlLines(
      ScdlParties parties,
      ScdlComparison comparison,
      ScdlFindings findings,
      ScdlEntry entry,
      Database database,
      Rights rights,
      Today today) {
    this.parties = parties;
    this.comparison = comparison;
    this.findings = findings;
    this.entry = entry;
    this.database = database;
    this.rights = rights;
    this.today = today;
  }

  @Override
  public Columns<ScdlColumn> columns() {
    return ScdlLineParser.COLUMNS;
  }

  @Override
  public String table() {
    return "scdl_lines";
  }

  @Override
  public String kept() {
    return ScdlLine.KEPT;
  }

  @Override
  public Object[] read(Cells<ScdlColumn> cells, ImportOrder order) {
    return new ScdlLineParser(cells, today.zone()).line().kept();
  }

  /** An editor enters what its clusters get, and only a file that has nothing else. */
  @Override
  public void requireRights() {
    parties.find();
    Optional<List<UUID>> clusters = parties.clustersAlone();
    rights.requireImport(clusters.map(Owners::all).orElseGet(Owners::administrators));
  }

  @Override
  public String claims() {
    return parties.claims();
  }

  /** Who held a claim on an organisation may have entered it. */
  @Override
  public void hold() {
    parties.findOrganisations();
    entry.nameOrganisations();
  }

  @Override
  public LineCounts compare() {
    LineCounts counts = comparison.compare();
    findings.find();
    return counts;
  }

  @Override
  public List<LineFault> findings(Header<ScdlColumn> header, long from, long until) {
    return Stream.concat(
            findings.similar(from, until).stream(), findings.differing(from, until).stream())
        .toList();
  }

  /** The sum of the parts, as far as they can be read, and how many beneficiaries are named. */
  @Override
  public ImportReport report(ImportReport report) {
    return database
        .one(
            """
            select coalesce(sum(part), 0.00), count(distinct coalesce(name, siren, rna))
            from scdl_lines""",
            row -> report.about(Money.of(row.getBigDecimal(1), "EUR"), row.getLong(2)))
        .orElseThrow();
  }

  @Override
  public long enter(long from, long until, Instant now) {
    return entry.enter(from, until, now);
  }

  @Override
  public void afterEntering(Instant now) {
    entry.enterOrganisations(now);
  }
}
