package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Ids;
import org.grappe.value.Money;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * Money that was paid; what is paid back is negative.
 *
 * @param id given by the service, as is {@code at}
 * @param at when it was entered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewSubsidyPayment", description = "Money that was paid, or, negative, paid back.")
record Payment(
    @Schema(hidden = true) UUID id,
    @Schema(hidden = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
    @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate on,
    @NotNull @Valid Money amount,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 4000) String remarks)
    implements SelfValidating {

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(id != null, at + "/id", "field.unknown", "id");
    violations.addIf(this.at != null, at + "/at", "field.unknown", "at");
    violations.addIf(amount.signum() == 0, at + "/amount/amount", "subsidy.payment-nought");
  }

  /** As it is kept. */
  Payment entered(Instant now) {
    return new Payment(Ids.fresh(), now, on, amount, sources, remarks);
  }
}
