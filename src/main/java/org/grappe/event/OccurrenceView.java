package org.grappe.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.value.Ref;

/** One occurrence of a recurring event as it is answered. */
@Schema(name = "Occurrence", description = "One occurrence of a recurring event.")
record OccurrenceView(
    @JsonIgnore UUID id,
    @Schema(description = "The event that recurs.") Ref event,
    @Schema(description = "The day that the rule gives, by which the occurrence is known.")
        LocalDate date,
    @Schema(description = "The day on which it takes place.") LocalDate startsOn,
    @Schema(description = "Its last day.") LocalDate endsOn,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime startTime,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime endTime,
    String timezone,
    String venue,
    @Schema(description = "Since when it is cancelled.") LocalDate cancelledOn,
    @Schema(description = "Why it is cancelled.") String reason,
    @Schema(description = "What it is on the day.") EventStatus status,
    @JsonIgnore long version)
    implements View {}
