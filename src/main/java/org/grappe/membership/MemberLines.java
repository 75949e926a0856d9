package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.grappe.config.Today;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.LineCounts;
import org.grappe.imports.LineTable;
import org.grappe.imports.TableLines;
import org.grappe.record.ClusterLocks;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.table.Cells;
import org.grappe.table.Header;
import org.grappe.table.LineFault;

/** The lines of a file of members, each a membership. */
@ApplicationScoped
class MemberLines implements TableLines<MemberColumn> {
  private static final LineTable<MemberColumn> TABLE =
      new LineTable<>(MemberLineParser.COLUMNS, "member_lines", MemberLine.KEPT);

  private final MemberClusters clusters;
  private final MemberParties parties;
  private final MemberComparison comparison;
  private final MemberFindings findings;
  private final MemberEntry entry;
  private final Rights rights;
  private final ClusterLocks locks;
  private final Today today;

  MemberLines(
      MemberClusters clusters,
      MemberParties parties,
      MemberComparison comparison,
      MemberFindings findings,
      MemberEntry entry,
      Rights rights,
      ClusterLocks locks,
      Today today) {
    this.clusters = clusters;
    this.parties = parties;
    this.comparison = comparison;
    this.findings = findings;
    this.entry = entry;
    this.rights = rights;
    this.locks = locks;
    this.today = today;
  }

  @Override
  public LineTable<MemberColumn> table() {
    return TABLE;
  }

  @Override
  public Object[] read(Cells<MemberColumn> cells, ImportOrder order) {
    return new MemberLineParser(cells, today.zone())
        .line()
        .kept(order.parameters().get(MemberImport.CLUSTER));
  }

  /** Before anything is told of who belongs to a cluster of others. */
  @Override
  public void requireRights() {
    rights.requireCreate(Owners.all(clusters.find()));
    locks.share(clusters.followers());
  }

  @Override
  public String claims() {
    return clusters.claims();
  }

  @Override
  public void hold() {
    clusters.lock();
  }

  @Override
  public LineCounts compare() {
    parties.find();
    LineCounts counts = comparison.compare();
    findings.find();
    return counts;
  }

  @Override
  public List<LineFault> findings(Header<MemberColumn> header, long from, long until) {
    return findings.of(header, from, until);
  }

  @Override
  public void beforeEntering(Instant now) {
    entry.enterOrganisations(now);
  }

  @Override
  public long enter(long from, long until, Instant now) {
    return entry.enter(from, until, now);
  }
}
