package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.grappe.cli.terminal.Printable;
import org.grappe.cli.terminal.Table;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;

/** The report of a calendar: a row for each component with something to be said. */
final class CalendarReport implements FileReport {
  @Override
  public void tell(Terminal terminal, JsonNode report) {
    Texts texts = terminal.texts();
    Table table =
        new Table(
            List.of(
                texts.say("component.name"),
                texts.say("component.outcome"),
                texts.say("component.why")));
    for (JsonNode item : report.path("items")) {
      String why = why(item);
      if (!why.isEmpty()) {
        table.row(
            item.path("name").asText(item.path("uid").asText()),
            outcome(texts, item.path("outcome").asText()),
            why);
      }
    }
    if (!table.isEmpty()) {
      table.lines().forEach(terminal.out()::println);
    }
    report.path("notes").forEach(note -> terminal.out().println(Printable.line(note.asText())));
    terminal
        .out()
        .println(
            texts.say(
                "import.components",
                report.path("components").asLong(),
                report.path("made").asLong(),
                report.path("updated").asLong(),
                report.path("unchanged").asLong(),
                report.path("leftOut").asLong()));
  }

  /** What a newer service calls one stands for itself. */
  private static String outcome(Texts texts, String outcome) {
    String key = "component." + outcome;
    return texts.bundle().containsKey(key) ? texts.say(key) : outcome;
  }

  private static String why(JsonNode item) {
    List<String> notes =
        StreamSupport.stream(item.path("notes").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return (item.path("reason").asText() + " " + String.join("; ", notes)).strip();
  }
}
