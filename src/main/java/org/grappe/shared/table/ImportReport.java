package org.grappe.shared.table;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;

/** What became of a file, line by line. */
@Schema(name = "ImportReport", description = "What became of a file, line by line.")
public record ImportReport(
    @Schema(description = "How many lines the file has.", examples = "200") long lines,
    @Schema(description = "How many made a record.", examples = "198") long made,
    @Schema(description = "How many were there already.", examples = "1") long unchanged,
    @Schema(description = "How many were left out.", examples = "1") long leftOut,
    @Schema(description = "Each fault, and each repair.") List<LineFault> faults) {

  /** The refusal of a file for the lines that cannot be taken; nothing of it is written. */
  public Problem refusal() {
    return Problems.of(ProblemType.IMPORT_REFUSED, "import-refused", leftOut)
        .withMember("lines", lines)
        .withMember("made", 0)
        .withMember("unchanged", unchanged)
        .withMember("leftOut", leftOut)
        .withMember("faults", faults);
  }
}
