package org.grappe.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.DateOrder;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * Those who take part at the same time.
 *
 * @param number which one it is, unlike any other of its programme
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewProgrammeWave", description = "Those who take part at the same time.")
record Wave(
    @NotNull @Min(1) @Max(1000) @Schema(examples = "1") Integer number,
    PartialDate from,
    PartialDate until,
    @Size(max = 1000) @References(table = "organisations") List<UUID> participants)
    implements SelfValidating {

  @Override
  public void check(String at, Violations violations) {
    DateOrder.check(from, until, at + "/from", at + "/until", violations);
  }
}
