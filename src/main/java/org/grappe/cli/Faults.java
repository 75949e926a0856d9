package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.grappe.cli.terminal.Printable;
import org.grappe.cli.terminal.Table;
import org.grappe.embedded.Texts;

/** What is wrong in a file of lines: the same in many lines is one row, and what blocks is last. */
record Faults(Texts texts, JsonNode faults) {
  private static final String UNKNOWN_COLUMN = "unknown-column";

  /** A fault, wherever it is. */
  private record Fault(
      boolean blocking, String column, String value, String outcome, String sentence) {}

  /** The columns that nobody reads, in one line; empty where all are read. */
  Optional<String> unread() {
    List<String> columns =
        StreamSupport.stream(faults.spliterator(), false)
            .filter(Faults::isUnread)
            .map(fault -> Printable.line(fault.path("column").asText()))
            .toList();
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.say("fault.unread", String.join(", ", columns)));
  }

  private static boolean isUnread(JsonNode fault) {
    return fault.path("rule").asText().equals(UNKNOWN_COLUMN);
  }

  Table table() {
    Map<Fault, List<Long>> lines = new LinkedHashMap<>();
    for (JsonNode fault : faults) {
      if (isUnread(fault)) {
        continue;
      }
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
                texts.say("fault.outcome"),
                texts.say("fault.why")));
    for (boolean blocking : new boolean[] {false, true}) {
      lines.forEach((fault, its) -> add(table, fault, its, blocking));
    }
    return table;
  }

  private static void add(Table table, Fault fault, List<Long> lines, boolean blocking) {
    if (fault.blocking() == blocking) {
      table.row(
          LineRanges.text(lines), fault.column(), fault.value(), fault.outcome(), fault.sentence());
    }
  }

  private Fault read(JsonNode fault) {
    return new Fault(
        fault.path("blocking").asBoolean(),
        fault.path("column").asText(null),
        fault.path("value").asText(null),
        outcome(fault),
        sentence(fault));
  }

  private String outcome(JsonNode fault) {
    String repair = fault.path("repair").asText(null);
    if (fault.path("blocking").asBoolean()) {
      return texts.say("fault.blocks");
    }
    if (repair == null) {
      return texts.say("fault.kept");
    }
    return switch (fault.path("rule").asText()) {
      case "repeated-line" -> texts.say("fault.there");
      case "repeated-column", "other-name" -> texts.say("fault.kept");
      default ->
          repair.isEmpty() ? texts.say("fault.emptied") : texts.say("fault.repaired", repair);
    };
  }

  /** The rule in words; what a newer service calls a rule stands for itself. */
  private String sentence(JsonNode fault) {
    String rule = fault.path("rule").asText();
    String key = "rule." + rule;
    String sentence =
        texts.bundle().containsKey(key)
            ? texts.say(key, fault.path("value").asText(), fault.path("repair").asText())
            : rule;
    // the day that stands against it
    return fault.has("bound") ? sentence + " (" + fault.path("bound").asText() + ")" : sentence;
  }
}
