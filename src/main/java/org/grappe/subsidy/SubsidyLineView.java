package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.Money;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** A line as it is answered. */
@Schema(name = "SubsidyLine", description = "Money for one purpose, and how firm it is.")
record SubsidyLineView(
    UUID id,
    For beneficiary,
    @Schema(description = "The successor of the beneficiary whose line it is on the day.")
        Ref assignedTo,
    Integer fiscalYear,
    String purpose,
    @Schema(description = "That of the latest step that has one, on the day.") Money amount,
    BigDecimal budgetShare,
    List<Funded> fundings,
    @Schema(description = "The amount in parts, to the cent; what no funding tells of is the last.")
        List<Part> parts,
    SubsidyStatus status,
    List<StepView> steps,
    @Schema(description = "The sum of the payments up to the day.") Money paid,
    List<PaymentView> payments,
    String strategy,
    String reference,
    SubsidyContent.Grant grant,
    String nature,
    String paymentConditions,
    String paymentPeriod,
    @Schema(nullable = true) Boolean euNotified,
    String raeNumber,
    String scheme,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {

  /** Who, or what, a line is for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "Beneficiary",
      description = "Who it is for: one of `cluster`, `programme`, `organisation`, `sector`.")
  record For(Ref cluster, Ref programme, Ref organisation, Trade sector) {}

  /** The businesses of one trade in a region. */
  @Schema(name = "Sector", description = "The businesses of one trade in a region.")
  record Trade(RegionRef region, String name) {}

  /** What one funder gives. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Funding", description = "What one funder gives of a line.")
  record Funded(
      Ref funder,
      Funding.Origin origin,
      BigDecimal share,
      Money amount,
      boolean rest,
      @Schema(description = "What that makes of the line's amount, where both are known.")
          Money part) {}

  /** A part of a line's amount. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FundingPart", description = "A part of a line's amount.")
  record Part(Ref funder, Funding.Origin origin, BigDecimal share, Money amount) {}
}
