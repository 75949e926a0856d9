package org.grappe.scdl;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.shared.Money;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.table.LineFault;

/** What became of a file of subsidies, line by line; the first three count the whole file. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "SubsidyImportReport",
    description = "What became of a file of subsidies, line by line.")
record ScdlReport(
    @Schema(description = "How many lines the file has.", examples = "75") long lines,
    @Schema(
            description =
                "The sum of the beneficiaries' parts in all its lines, as far as they can be read.")
        Money sum,
    @Schema(description = "How many beneficiaries its lines name, by their names.", examples = "46")
        long beneficiaries,
    @Schema(description = "How many lines made a record.", examples = "63") long made,
    @Schema(description = "How many were there already.", examples = "0") long unchanged,
    @Schema(description = "How many were left out.", examples = "12") long leftOut,
    @Schema(description = "Each fault, and each repair.") List<LineFault> faults,
    @Schema(
            description = "How many more there are than a report holds; absent where it has all.",
            examples = "120000")
        Long faultsOmitted) {

  /** The refusal of a file for the lines that cannot be taken; nothing of it is written. */
  Problem refusal() {
    Problem problem =
        Problems.of(ProblemType.IMPORT_REFUSED, "import-refused", leftOut)
            .withMember("lines", lines)
            .withMember("sum", sum)
            .withMember("beneficiaries", beneficiaries)
            .withMember("made", 0)
            .withMember("unchanged", unchanged)
            .withMember("leftOut", leftOut)
            .withMember("faults", faults);
    return faultsOmitted == null ? problem : problem.withMember("faultsOmitted", faultsOmitted);
  }

  /** The same for a file of which nothing was made. */
  ScdlReport refused() {
    return new ScdlReport(lines, sum, beneficiaries, 0, unchanged, leftOut, faults, faultsOmitted);
  }
}
