package org.grappe.membership;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.grappe.table.Cells;
import org.grappe.table.LineFault;

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

  /** Its first line in the file, from 1. */
  long number() {
    return cells.number();
  }

  /** Leaves the line out for this. */
  void block(MemberColumn column, String rule) {
    cells.block(column, rule);
  }

  boolean isBlocked() {
    return cells.isBlocked();
  }

  List<LineFault> faults() {
    return cells.faults();
  }

  /** Whether a number or an id tells who it is. */
  boolean isIdentified() {
    return organisation != null || named.isNumbered();
  }

  /** Whether two lines say the very same. */
  boolean saysAsMuchAs(MemberLine other) {
    return Objects.equals(cluster, other.cluster)
        && Objects.equals(organisation, other.organisation)
        && named.equals(other.named)
        && Objects.equals(college, other.college)
        && endReason == other.endReason;
  }
}
