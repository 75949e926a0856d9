package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** What the lines of a group come to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubsidyTotal", description = "What the lines of a group come to.")
record SubsidyTotal(
    SubsidyLineView.For beneficiary,
    Ref funder,
    Funding.Origin origin,
    RegionRef region,
    Integer fiscalYear,
    @Schema(description = "The year in which the figures were given.") Integer year,
    SubsidyStatus status,
    String currency,
    BigDecimal reported,
    BigDecimal announced,
    BigDecimal budgeted,
    BigDecimal voted,
    BigDecimal agreed,
    BigDecimal paid,
    @Schema(description = "How many lines there are.") long lines,
    @Schema(description = "Of how many the amount isn't known.") long linesWithoutAmount,
    @Schema(
            description =
                "True where one line may be part of another: money of a sector, and of others in its region.")
        Boolean mayOverlap,
    @Schema(
            description =
                "The sums in parts by where the money comes from, where it is not the group.")
        List<OfOrigin> origins,
    @Schema(description = "With `per=member`: the sums for each member.") PerMember perMember,
    @Schema(description = "With `per=company`: the sums for each company.")
        SubsidyPerCompany perCompany,
    @Schema(description = "With `compare`: the sums as multiples of another territory's.")
        List<SubsidyRatio> ratios)
    implements View {

  /** A group is no record. */
  @Override
  public UUID id() {
    return null;
  }

  @Override
  public long version() {
    return 0;
  }

  /** Why a quotient is absent. */
  @Schema(name = "SubsidyTotalNoQuotient")
  enum NoQuotient {
    NO_CLUSTER,
    OTHER_BENEFICIARIES,
    MEMBERS_NOT_KNOWN,
    NO_TERRITORY,
    SEVERAL_TERRITORIES,
    NO_FIGURE,
    DIVISOR_NOUGHT,
    DIVISOR_UNKNOWN
  }

  /** What of the sums comes from one kind of funder. */
  @Schema(name = "SubsidyOrigin", description = "What of the sums comes from there.")
  record OfOrigin(
      Funding.Origin origin,
      BigDecimal reported,
      BigDecimal announced,
      BigDecimal budgeted,
      BigDecimal voted,
      BigDecimal agreed,
      BigDecimal paid) {}

  /** The sums for each active member of the beneficiary clusters. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "SubsidyPerMember",
      description =
          "The sums for each active member of the beneficiary clusters on the day, or on the last day of the group's year where that is earlier.")
  record PerMember(
      @Schema(description = "How many members there are; who belongs to several counts once.")
          Long members,
      @Schema(description = "Why there is no quotient.") NoQuotient reason,
      BigDecimal reported,
      BigDecimal announced,
      BigDecimal budgeted,
      BigDecimal voted,
      BigDecimal agreed,
      BigDecimal paid) {}
}
