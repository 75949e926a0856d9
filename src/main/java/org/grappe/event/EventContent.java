package org.grappe.event;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An event as a request writes it.
 *
 * @param name what it is called; its series and edition where absent
 * @param endsOn its last day; its first one where absent
 * @param startTime local time in {@code timezone}; it lasts whole days where absent
 * @param registrationsOpen whether it takes registrations; where absent, it does if it has a
 *     capacity
 * @param recurrence a rule of RFC 5545 that gives the days on which it takes place
 * @param exceptions days of the rule on which it does not
 */
@Embeddable
@RecordBuilder
@Schema(name = "NewEvent", description = "An event as a request writes it.")
public record EventContent(
    @Size(min = 1, max = 200) String name,
    @Size(min = 1, max = 200) String series,
    Integer edition,
    @Enumerated(EnumType.STRING) EventKind kind,
    @Valid @JdbcTypeCode(SqlTypes.JSON) Host host,
    @Enumerated(EnumType.STRING) EventScope scope,
    PartialDate startsOn,
    PartialDate endsOn,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime startTime,
    @JsonSerialize(using = ToStringSerializer.class) LocalTime endTime,
    @Size(max = 100) String timezone,
    @Size(max = 10_000) String description,
    @Size(max = 400) String venue,
    @Size(max = 200) String city,
    @References(table = "regions", by = "code") String region,
    @Size(max = 2000) String url,
    @Size(max = 500) @References(table = "organisations") List<UUID> present,
    @PositiveOrZero Integer capacity,
    Boolean registrationsOpen,
    @Size(max = 50) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Quota> quotas,
    @Size(max = 500) String recurrence,
    @Size(max = 1000) List<LocalDate> exceptions,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks)
    implements SelfValidating, EventContentBuilder.With {
  /** The zone of events that name none. */
  public static final String ZONE = "Europe/Paris";

  public EventContent {
    timezone = timezone == null ? ZONE : timezone;
  }

  @Override
  public void check(String at, Violations violations) {
    EventRules.check(this, violations);
  }

  /** What is written when it is cancelled: why is kept as a statement. */
  EventContent with(Reason why) {
    return with(
        event -> event.sources(why.sourcesAddedTo(sources)).statements(why.addedTo(statements)));
  }

  /** Whether anything differs on which the days of its rule depend. */
  boolean isOnOtherDaysThan(EventContent other) {
    return !(Objects.equals(startsOn, other.startsOn)
        && Objects.equals(endsOn, other.endsOn)
        && Objects.equals(startTime, other.startTime)
        && timezone.equals(other.timezone)
        && Objects.equals(recurrence, other.recurrence)
        && exceptions.equals(other.exceptions));
  }

  /** Whether it takes place on other days, or is hosted or meant otherwise, than the other says. */
  boolean isMovedFrom(EventContent other) {
    return !(Objects.equals(host, other.host)
        && scope == other.scope
        && Objects.equals(startsOn, other.startsOn)
        && Objects.equals(endsOn, other.endsOn)
        && Objects.equals(recurrence, other.recurrence)
        && exceptions.equals(other.exceptions));
  }
}
