package org.grappe.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Money;

/** What became of a file, line by line; {@code lines}, {@code sum} count the whole file. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportReport", description = "What became of a file, line by line.")
public record ImportReport(
    @Schema(description = "How many lines the file has.", examples = "200") long lines,
    @Schema(
            description =
                "The sum of the beneficiaries' parts in all its lines, as far as they can be read;"
                    + " absent where the file is not about money.")
        Money sum,
    @Schema(
            description = "How many beneficiaries its lines name, by their names; absent likewise.",
            examples = "46")
        Long beneficiaries,
    @Schema(description = "How many made a record.", examples = "198") long made,
    @Schema(description = "How many were there already.", examples = "1") long unchanged,
    @Schema(description = "How many were left out.", examples = "1") long leftOut,
    @Schema(description = "Each fault, and each repair.") List<LineFault> faults,
    @Schema(
            description = "How many more there are than a report holds; absent where it has all.",
            examples = "120000")
        Long faultsOmitted) {

  /** That of a file which is not about money. */
  public ImportReport(long lines, long made, long unchanged, long leftOut, FaultLog faults) {
    this(lines, null, null, made, unchanged, leftOut, faults.all(), faults.omitted());
  }

  /** The same for a file which is about money. */
  public ImportReport about(Money parts, long named) {
    return new ImportReport(lines, parts, named, made, unchanged, leftOut, faults, faultsOmitted);
  }

  /** The refusal of a file for the lines that cannot be taken; nothing of it is written. */
  public Problem refusal() {
    Problem problem =
        Problems.of(ProblemType.IMPORT_REFUSED, "import-refused", leftOut)
            .withMember("lines", lines);
    if (sum != null) {
      problem.withMember("sum", sum).withMember("beneficiaries", beneficiaries);
    }
    problem
        .withMember("made", 0)
        .withMember("unchanged", unchanged)
        .withMember("leftOut", leftOut)
        .withMember("faults", faults);
    return faultsOmitted == null ? problem : problem.withMember("faultsOmitted", faultsOmitted);
  }

  /** The same for a file of which nothing was made. */
  public ImportReport refused() {
    return new ImportReport(
        lines, sum, beneficiaries, 0, unchanged, leftOut, faults, faultsOmitted);
  }
}
