package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.RegionRef;

/** The sums as multiples of another territory's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubsidyRatio", description = "The sums as multiples of another territory's.")
record SubsidyRatio(
    @Schema(description = "The other territory.") RegionRef to,
    @Schema(description = "Why a quotient is absent.") SubsidyTotal.NoQuotient reason,
    BigDecimal reported,
    BigDecimal announced,
    BigDecimal budgeted,
    BigDecimal voted,
    BigDecimal agreed,
    BigDecimal paid) {}
