package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grappe.caller.Caller;
import org.grappe.icalendar.CalendarWriter;
import org.grappe.imports.CalendarFile;
import org.grappe.imports.ImportKind;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.ImportSteps;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.Rights;

/**
 * Takes up a cluster's events from a calendar of another program, within the request that brings
 * it, however long it is.
 */
@ApplicationScoped
class CalendarImport implements ImportKind<CalendarReport> {
  static final String HOST = "host";
  static final String SCOPE = "scope";

  private final CalendarHosts hosts;
  private final Rights rights;
  private final CalendarReading reading;
  private final CalendarTurns turns;
  private final ImportedEvents events;
  private final CalendarSentences sentences;

  CalendarImport(
      CalendarHosts hosts,
      Rights rights,
      CalendarReading reading,
      CalendarTurns turns,
      ImportedEvents events,
      CalendarSentences sentences) {
    this.hosts = hosts;
    this.rights = rights;
    this.reading = reading;
    this.turns = turns;
    this.events = events;
    this.sentences = sentences;
  }

  @Override
  public String name() {
    return "CALENDAR";
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
        Optional.ofNullable(parameters.apply(HOST))
            .flatMap(host -> hosts.find(host, null))
            .filter(found -> !caller.edits(List.of(found.cluster())))
            .isPresent();
    if (isAnothers) {
      throw Problems.of(ProblemType.FORBIDDEN, "forbidden.record");
    }
  }

  @Override
  public ImportSteps<CalendarReport> steps(ImportOrder order) {
    return new CalendarSteps(order, hosts, rights, reading, turns, events, sentences);
  }
}
