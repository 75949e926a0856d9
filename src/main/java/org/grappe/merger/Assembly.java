package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * A general assembly.
 *
 * @param on the day on which it is held
 * @param plannedFor the day, or month, for which it is planned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Assembly", description = "A general assembly.")
record Assembly(
    @NotNull @Schema(description = "What kind it is.") Kind kind,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The day on which it is held.")
        LocalDate on,
    @Schema(description = "The day, or month, for which it is planned.") PartialDate plannedFor,
    @Size(max = 200) @Schema(description = "Where.") String city)
    implements SelfValidating {

  /** What kind of general assembly it is. */
  @Schema(name = "BallotAssemblyKind")
  enum Kind {
    ORDINARY,
    EXTRAORDINARY
  }

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(on == null && plannedFor == null, at + "/on", "ballot.undated");
  }
}
