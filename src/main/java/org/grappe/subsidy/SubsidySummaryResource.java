package org.grappe.subsidy;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.query.Page;

/** {@code /subsidy-lines/summary}. */
@Path("/api/v1/subsidy-lines/summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subsidy lines")
class SubsidySummaryResource {
  private final SubsidyTotals totals;

  SubsidySummaryResource(SubsidyTotals totals) {
    this.totals = totals;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Sum subsidy lines",
      description =
          """
          What the lines that the filters find come to, for each group and currency. How much was
          reported, announced, budgeted, voted, agreed and paid are different questions: a line's
          figure for a step is the amount of its latest step of that status, else that of its next
          higher step reached, else nothing. A cancelled line counts in `lines` and `paid` alone.
          Lines whose amount isn't known are counted, never summed as nought. By `funder` or
          `origin`, a line is counted in each group that has a part of it. By `year`, each figure stands
          in the year of the step that gives it, each payment in its own, and `lines` in that of the
          line's first dated step; what has no day is a group without `year`. Groups come in the
          order of their keys.""")
  public Page<SubsidyTotal> summarizeSubsidyLines() {
    return totals.page();
  }
}
