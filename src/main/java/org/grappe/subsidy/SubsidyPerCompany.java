package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.Qualifier;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** The sums for each company of the territory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubsidyPerCompany", description = "The sums for each company of the territory.")
record SubsidyPerCompany(
    @Schema(description = "The territory's latest figure by the day.") Companies companies,
    @Schema(description = "Why there is no quotient.") SubsidyTotal.NoQuotient reason,
    BigDecimal reported,
    BigDecimal announced,
    BigDecimal budgeted,
    BigDecimal voted,
    BigDecimal agreed,
    BigDecimal paid) {

  /** How many companies a territory has, as reported. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CompaniesFigure", description = "How many companies a territory has.")
  record Companies(
      @Schema(description = "The figure.") UUID id,
      @Schema(description = "The territory.") RegionRef region,
      String sector,
      BigDecimal value,
      PartialDate asOf,
      Qualifier qualifier,
      List<Ref> sources) {}
}
