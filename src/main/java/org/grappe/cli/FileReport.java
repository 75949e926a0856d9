package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.grappe.cli.terminal.Terminal;

/** How the service's report of a kind of file is told to people. */
interface FileReport {
  /** Tells all of it: counts, and a table of what is wrong. */
  void tell(Terminal terminal, JsonNode report);

  /** How many of its lines, or components, make or change something. */
  default long taken(JsonNode report) {
    return report.path("made").asLong() + report.path("updated").asLong();
  }

  /** How many are left out. */
  default long leftOut(JsonNode report) {
    return report.path("leftOut").asLong();
  }
}
