package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.grappe.cli.terminal.Table;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;

/** The report of a file of lines: members, subsidies. */
final class LineReport implements FileReport {
  @Override
  public void tell(Terminal terminal, JsonNode report) {
    Texts texts = terminal.texts();
    Faults faults = new Faults(texts, report.path("faults"));
    Table table = faults.table();
    if (!table.isEmpty()) {
      table.lines().forEach(terminal.out()::println);
    }
    faults.unread().ifPresent(terminal.out()::println);
    long omitted = report.path("faultsOmitted").asLong();
    if (omitted > 0) {
      terminal.out().println(texts.say("fault.omitted", omitted));
    }
    terminal.out().println(counts(texts, report));
    if (report.has("sum")) {
      terminal.out().println(sum(texts, report));
    }
  }

  private static String counts(Texts texts, JsonNode report) {
    return texts.say(
        "import.lines",
        report.path("lines").asLong(),
        report.path("made").asLong(),
        report.path("unchanged").asLong(),
        report.path("leftOut").asLong());
  }

  private static String sum(Texts texts, JsonNode report) {
    JsonNode sum = report.path("sum");
    return texts.say(
        "import.sum",
        sum.path("amount").decimalValue(),
        sum.path("currency").asText(),
        report.path("beneficiaries").asLong());
  }
}
