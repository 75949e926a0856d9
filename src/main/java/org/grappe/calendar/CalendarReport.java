package org.grappe.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Ref;

/** What became of a calendar that was imported, component by component. */
@Schema(
    name = "CalendarReport",
    description = "What became of a calendar that was imported, component by component.")
record CalendarReport(
    @Schema(description = "How many components the file has.", examples = "4") long components,
    @Schema(description = "How many were made events.", examples = "3") long made,
    @Schema(description = "How many changed an event.", examples = "0") long updated,
    @Schema(description = "How many said what is known already.", examples = "0") long unchanged,
    @Schema(description = "How many were left out.", examples = "1") long leftOut,
    @Schema(description = "What of the file is in no component and could not be read.")
        List<String> notes,
    List<Item> items) {

  /** What becomes of a component. */
  @Schema(name = "CalendarReportOutcome")
  enum Outcome {
    MADE,
    UPDATED,
    UNCHANGED,
    LEFT_OUT
  }

  /** What became of one component. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "CalendarReportItem",
      description = "What became of one component; an occurrence goes with its series.")
  record Item(
      @Schema(description = "Its kind.", examples = "VEVENT") String component,
      @Schema(description = "Its name in every calendar.") String uid,
      @Schema(description = "What it is called.", examples = "Human Talks") String name,
      @Schema(description = "What became of it.") Outcome outcome,
      @Schema(description = "The event; absent where nothing was written.") Ref event,
      @Schema(description = "Why it was left out.") String reason,
      @Schema(description = "What was taken otherwise than it stands there.") List<String> notes) {}

  static CalendarReport of(List<Item> items, List<String> notes) {
    return new CalendarReport(
        items.size(),
        count(items, Outcome.MADE),
        count(items, Outcome.UPDATED),
        count(items, Outcome.UNCHANGED),
        count(items, Outcome.LEFT_OUT),
        notes,
        items);
  }

  private static long count(List<Item> items, Outcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).count();
  }
}
