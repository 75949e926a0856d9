package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Checked;
import org.grappe.value.Faults;
import org.grappe.value.Money;
import org.grappe.value.References;

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
    implements Checked {

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
  public void check(String at, Faults faults) {
    long told = Stream.of(share != null, amount != null, rest).filter(one -> one).count();
    faults.addIf(told > 1, at, "subsidy.funding");
    faults.addIf(amount != null && amount.signum() < 0, at + "/amount/amount", "number.min", 0);
  }
}
