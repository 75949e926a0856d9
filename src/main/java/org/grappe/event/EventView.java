package org.grappe.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.format.LinkedData;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** An event as it is answered. */
@Schema(name = "Event", description = "Something that takes place, once or again and again.")
record EventView(
    UUID id,
    String name,
    String series,
    Integer edition,
    EventKind kind,
    HostView host,
    EventScope scope,
    PartialDate startsOn,
    PartialDate endsOn,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime startTime,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime endTime,
    String timezone,
    String description,
    String venue,
    String city,
    RegionRef region,
    String url,
    @Schema(description = "The organisations that were there.") List<Ref> present,
    Integer capacity,
    boolean registrationsOpen,
    @Schema(description = "How many places the members of each cluster may have.")
        List<QuotaView> quotas,
    String recurrence,
    List<LocalDate> exceptions,
    @Schema(
            description =
                "Where the query has `from` and `until` at most 366 days apart, the occurrences of a"
                    + " recurring event in between.")
        List<Occurrence> occurrences,
    @Schema(
            description = "The name under which it stands in every calendar, whoever hosts it.",
            examples = "014d2685-9c00-7013-8000-000000000004")
        String uid,
    @Schema(description = "Since when it is cancelled.") LocalDate cancelledOn,
    @Schema(description = "The clusters in whose calendars it stands too.")
        List<SharedWith> sharedWith,
    @Schema(description = "How many places are taken, where it takes or has registrations.")
        PlacesView places,
    @Schema(description = "What it is on the day.") EventStatus status,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View, LinkedData {

  @Override
  public Map<String, Object> linkedData(String base) {
    return new EventLinkedData(this, base).data();
  }
}
