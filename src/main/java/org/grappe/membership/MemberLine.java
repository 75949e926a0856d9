package org.grappe.membership;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.grappe.table.Cells;
import org.grappe.table.LineFault;
import org.grappe.value.LegalIds;
import org.grappe.value.Violation;
import org.grappe.value.Violations;

/**
 * What one line of a file of members says; what it doesn't say is null.
 *
 * @param cells as they stand there, with what is wrong with them
 * @param cluster by slug or id
 * @param organisation its id
 * @param named what tells the organisation where there is no id
 * @param college by name or id
 */
@RecordBuilder
record MemberLine(
    Cells<MemberColumn> cells,
    String cluster,
    String organisation,
    Named named,
    String college,
    LocalDate appliedOn,
    LocalDate from,
    LocalDate until,
    MembershipContent.EndReason endReason) {

  /** The columns of the database in which {@link #kept} is. */
  static final String KEPT =
      """
      cluster text, cluster_said text, organisation text, name text, name_said text,
      siren text, siret text, rna text, city text, college text,
      applied date, "from" date, from_said text, until date, reason text""";

  /**
   * What the database is told of it.
   *
   * @param everywhere the cluster of lines that name none
   */
  Object[] kept(String everywhere) {
    return new Object[] {
      cluster == null ? everywhere : cluster,
      cells.text(MemberColumn.CLUSTER),
      organisation,
      named.name(),
      cells.text(MemberColumn.NAME),
      LegalIds.siren(named.siren(), named.siret()),
      named.siret(),
      named.rna(),
      named.city(),
      college,
      appliedOn,
      from,
      cells.text(MemberColumn.FROM),
      until,
      endReason
    };
  }

  /** Leaves the line out where it is no membership by the rules, if nothing else did. */
  void check() {
    if (cells.isBlocked()) {
      return;
    }
    Violations broken = new Violations();
    MembershipContentBuilder.builder()
        .appliedOn(appliedOn)
        .from(from)
        .until(until)
        .endReason(endReason)
        .build()
        .check("", broken);
    for (Violation fault : broken.all()) {
      block(MemberColumn.of(fault.at().substring(1)), fault.key());
    }
  }

  /** Leaves the line out for this. */
  void block(MemberColumn column, String rule) {
    cells.block(column, rule);
  }

  List<LineFault> faults() {
    return cells.faults();
  }

  /** Whether a number or an id tells who it is. */
  boolean isIdentified() {
    return organisation != null || named.isNumbered();
  }
}
