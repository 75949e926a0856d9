package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.grappe.cli.remote.Pause;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.ProgressBar;
import org.grappe.cli.terminal.Terminal;

/** Looks after an import that goes on after its request was answered. */
record Watch(Terminal terminal, Remote remote, String id) {
  private static final Pause BETWEEN = new Pause(1);

  /**
   * How it is once it is over.
   *
   * @param lines how many the file has; 0 where nobody knows
   */
  JsonNode ended(long lines) {
    terminal.tell("import.goes-on", id);
    ProgressBar bar = ProgressBar.on(terminal, lines);
    JsonNode told = told();
    while (!told.has("endedAt")) {
      bar.at(told.path("lines").asLong());
      BETWEEN.pass();
      told = told();
    }
    bar.end();
    return told;
  }

  private JsonNode told() {
    return remote.read(Target.of("/imports/" + id));
  }
}
