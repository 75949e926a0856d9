package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Money;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * What one funder gives of a line.
 *
 * @param funder a cluster or an organisation, where known
 * @param share in per cent of the line's amount
 * @param rest whether it is all that the others leave
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewFunding", description = "What one funder gives of a line.")
record Funding(
    @References(table = "clusters", by = "slug", or = "organisations") UUID funder,
    Origin origin,
    @DecimalMin("0.000001") @Digits(integer = 3, fraction = 6) @Schema(examples = "60")
        BigDecimal share,
    @Valid Money amount,
    boolean rest)
    implements SelfValidating {

  /** Where money comes from. */
  @Schema(name = "FundingOrigin")
  enum Origin {
    EUROPEAN,
    STATE,
    REGION,
    METROPOLE,
    OTHER_PUBLIC,
    PRIVATE,
    UNKNOWN
  }

  Funding {
    origin = origin == null ? Origin.UNKNOWN : origin;
  }

  @Override
  public void check(String at, Violations violations) {
    long told = Stream.of(share != null, amount != null, rest).filter(one -> one).count();
    violations.addIf(told > 1, at, "subsidy.funding");
    violations.addIf(amount != null && amount.signum() < 0, at + "/amount/amount", "number.min", 0);
  }
}
