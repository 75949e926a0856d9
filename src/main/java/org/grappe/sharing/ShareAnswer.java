package org.grappe.sharing;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.Violations;

/** What a partner answers to a wish to share. */
@Schema(name = "ShareAnswer", description = "What a partner answers.")
record ShareAnswer(
    @Schema(description = "When it was decided; today if left out.") LocalDate on,
    @Size(max = 4000) @Schema(description = "Why.") String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources) {

  /** The day of the answer: not before it was asked for, nor to come. */
  LocalDate on(LocalDate asked, LocalDate today) {
    LocalDate day = on == null ? today : on;
    Problems.raise(
        new Violations()
            .addIf(day.isAfter(today), "/on", "date.future", day)
            .addIf(day.isBefore(asked), "/on", "date.before", asked));
    return day;
  }

  /** What it says of the status that a share has from that day on. */
  Reason why(LocalDate day) {
    return new Reason("status", PartialDate.of(day), reason, sources);
  }
}
