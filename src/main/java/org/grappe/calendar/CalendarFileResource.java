package org.grappe.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.database.TakesLong;
import org.grappe.event.EventScope;
import org.grappe.icalendar.CalendarWriter;
import org.grappe.imports.CalendarFile;
import org.grappe.imports.ImportDesk;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.OwnConnections;
import org.grappe.problem.Problems;
import org.grappe.retry.Idempotent;

/** {@code /events/ics}. */
@Path("/api/v1/events/ics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
class CalendarFileResource {
  private final CalendarImport calendars;
  private final ImportDesk desk;

  CalendarFileResource(CalendarImport calendars, ImportDesk desk) {
    this.calendars = calendars;
    this.desk = desk;
  }

  @POST
  @Consumes(CalendarWriter.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @OwnConnections
  @TakesLong("a file may have ten thousand events of fifty thousand days")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Enter events from a calendar",
      description =
          """
          Each component by itself: an event of the cluster that is known by its UID becomes what the
          file says, others are made, and what can't be taken is left out with its reason. The same
          file again changes nothing. 10 MiB and 10,000 components at most, and 50,000 days of all
          series, each followed for ten years.""")
  public CalendarReport importCalendar(
      CalendarFile file,
      @QueryParam("host")
          @Parameter(
              description = "The cluster that hosts the events, by slug or id.",
              required = true,
              example = "digital-place")
          String host,
      @QueryParam("scope")
          @Parameter(
              description = "For whom new events are meant.",
              schema = @Schema(implementation = EventScope.class, defaultValue = "LOCAL"),
              example = "REGIONAL")
          String scope,
      @QueryParam("dryRun") String dryRun) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put(CalendarImport.HOST, host);
    parameters.put(CalendarImport.SCOPE, scope(scope).name());
    return desk.atOnce(calendars, file, ImportOrder.of(dryRun, null, parameters));
  }

  private static EventScope scope(String text) {
    if (text == null) {
      return EventScope.LOCAL;
    }
    return Arrays.stream(EventScope.values())
        .filter(scope -> scope.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.parameter(
                    "scope",
                    "parameter.choice",
                    String.join(
                        ", ", Arrays.stream(EventScope.values()).map(Enum::name).toList())));
  }
}
