package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.cli.terminal.Table;
import org.grappe.embedded.Texts;

/** What is wrong in a file of lines: the same in many lines is one row, and what blocks is last. */
record Faults(Texts texts, JsonNode faults) {
  /** A fault, wherever it is. */
  private record Fault(
      boolean blocking, String column, String value, String rule, String outcome) {}

  Table table() {
    Map<Fault, List<Long>> lines = new LinkedHashMap<>();
    for (JsonNode fault : faults) {
      List<Long> its = lines.computeIfAbsent(read(fault), unknown -> new ArrayList<>());
      if (fault.has("line")) {
        its.add(fault.path("line").asLong());
      }
    }
    Table table =
        new Table(
            List.of(
                texts.say("fault.line"),
                texts.say("fault.column"),
                texts.say("fault.value"),
                texts.say("fault.rule"),
                texts.say("fault.outcome")));
    for (boolean blocking : new boolean[] {false, true}) {
      lines.forEach((fault, its) -> add(table, fault, its, blocking));
    }
    return table;
  }

  private static void add(Table table, Fault fault, List<Long> lines, boolean blocking) {
    if (fault.blocking() == blocking) {
      table.row(
          LineRanges.text(lines), fault.column(), fault.value(), fault.rule(), fault.outcome());
    }
  }

  private Fault read(JsonNode fault) {
    return new Fault(
        fault.path("blocking").asBoolean(),
        fault.path("column").asText(null),
        fault.path("value").asText(null),
        fault.path("rule").asText(null),
        outcome(fault));
  }

  private String outcome(JsonNode fault) {
    String repair = fault.path("repair").asText(null);
    if (repair != null) {
      return repair.isEmpty() ? texts.say("fault.emptied") : texts.say("fault.repaired", repair);
    }
    return texts.say(fault.path("blocking").asBoolean() ? "fault.blocks" : "fault.kept");
  }
}
