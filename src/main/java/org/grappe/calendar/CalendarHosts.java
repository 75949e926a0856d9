package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.grappe.calendar.ImportedEvents.Hosting;
import org.grappe.caller.Caller;
import org.grappe.database.Database;
import org.grappe.event.EventScope;
import org.grappe.icalendar.CalendarWriter;
import org.grappe.imports.UploadKind;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.table.CalendarFile;
import org.grappe.value.Slugs;

/** Whose calendars are received: files that are taken up within their request, however long. */
@ApplicationScoped
class CalendarHosts implements UploadKind {
  private final Database database;

  CalendarHosts(Database database) {
    this.database = database;
  }

  @Override
  public String path() {
    return "/api/v1/events/ics";
  }

  @Override
  public String type() {
    return CalendarWriter.TYPE;
  }

  @Override
  public long mostBytes() {
    return CalendarFile.MOST_BYTES;
  }

  @Override
  public long mostAtOnce() {
    return CalendarFile.MOST_BYTES;
  }

  @Override
  public void admit(Caller caller, UnaryOperator<String> parameters) {
    boolean isAnothers =
        Optional.ofNullable(parameters.apply("host"))
            .flatMap(host -> find(host, null))
            .filter(found -> !caller.edits(List.of(found.cluster())))
            .isPresent();
    if (isAnothers) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }

  /**
   * The cluster of this slug or id.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Hosting required(String host, EventScope scope) {
    if (host == null || (Slugs.id(host).isEmpty() && !Slugs.isSlug(host))) {
      throw host == null
          ? Problems.parameter("host", "field.missing")
          : Problems.parameter("host", "parameter.reference", host);
    }
    return find(host, scope)
        .orElseThrow(
            () -> Problems.parameter("host", "reference.unknown", Problems.noun("clusters"), host));
  }

  private Optional<Hosting> find(String host, EventScope scope) {
    return database.one(
        """
        select id, last_day(dissolved_on) from clusters
        where slug = ? or id::text = lower(?)\
        """,
        row -> new Hosting(row.getObject(1, UUID.class), scope, row.getObject(2, LocalDate.class)),
        host,
        host);
  }
}
