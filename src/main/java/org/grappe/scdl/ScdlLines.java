package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.grappe.config.Today;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.LineCounts;
import org.grappe.imports.LineTable;
import org.grappe.imports.TableLines;
import org.grappe.record.Rights;
import org.grappe.table.Cells;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;

/** The lines of a file of subsidies, each what one beneficiary gets. */
@ApplicationScoped
class ScdlLines implements TableLines<ScdlColumn> {
  private static final LineTable<ScdlColumn> TABLE =
      new LineTable<>(ScdlLineParser.COLUMNS, "scdl_lines", ScdlLine.KEPT);

  private final ScdlParties parties;
  private final ScdlOrganisations organisations;
  private final ScdlComparison comparison;
  private final ScdlFindings findings;
  private final ScdlNames names;
  private final ScdlEntry entry;
  private final Rights rights;
  private final Today today;

  ScdlLines(
      ScdlParties parties,
      ScdlOrganisations organisations,
      ScdlComparison comparison,
      ScdlFindings findings,
      ScdlNames names,
      ScdlEntry entry,
      Rights rights,
      Today today) {
    this.parties = parties;
    this.organisations = organisations;
    this.comparison = comparison;
    this.findings = findings;
    this.names = names;
    this.entry = entry;
    this.rights = rights;
    this.today = today;
  }

  @Override
  public LineTable<ScdlColumn> table() {
    return TABLE;
  }

  @Override
  public Object[] read(Cells<ScdlColumn> cells, ImportOrder order) {
    return new ScdlLineParser(cells, today.zone()).line().kept();
  }

  @Override
  public void requireRights() {
    parties.find();
    rights.requireImport(parties.owners());
  }

  @Override
  public String claims() {
    return parties.claims();
  }

  @Override
  public void hold() {
    organisations.hold();
  }

  @Override
  public LineCounts compare() {
    LineCounts counts = comparison.compare();
    findings.find();
    return counts;
  }

  @Override
  public List<LineFault> findings(Header<ScdlColumn> header, long from, long until) {
    return findings.of(header, from, until);
  }

  @Override
  public ImportReport report(ImportReport report) {
    return findings.totals(report);
  }

  @Override
  public long enter(long from, long until, Instant now) {
    return entry.enter(from, until, now);
  }

  @Override
  public void afterEntering(Instant now) {
    organisations.enter(now);
    names.enter(now);
  }
}
