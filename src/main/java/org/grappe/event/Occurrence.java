package org.grappe.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One occurrence of a recurring event, in short. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OccurrenceSummary", description = "One occurrence of a recurring event, in short.")
record Occurrence(
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The day that the rule gives, by which the occurrence is known.")
        LocalDate date,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The day on which it takes place.")
        LocalDate startsOn,
    @JsonSerialize(using = ToStringSerializer.class)
        @Schema(description = "The local time at which it begins.", examples = "19:00")
        LocalTime startTime,
    @Schema(description = "What it is on the day.") EventStatus status) {}
