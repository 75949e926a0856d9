package org.grappe.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * Where and when one occurrence takes place otherwise than its series; what is absent is as there.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "ChangedOccurrence",
    description =
        "When and where one occurrence takes place otherwise than its series: null takes it back.")
public record OccurrenceContent(
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate startsOn,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate endsOn,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime startTime,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime endTime,
    @Size(max = 400) String venue)
    implements SelfValidating {
  public static final OccurrenceContent AS_PLANNED =
      new OccurrenceContent(null, null, null, null, null);

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(
        startsOn != null && endsOn != null && endsOn.isBefore(startsOn),
        at + "/endsOn",
        "date.before",
        String.valueOf(startsOn));
  }
}
