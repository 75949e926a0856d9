package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Question;
import org.grappe.cli.terminal.Terminal;

/** A file that is tried first, and taken up where somebody agrees to what would become of it. */
record FileImport(
    Terminal terminal,
    Delivery delivery,
    FileReport report,
    boolean partial,
    boolean dryRun,
    boolean agreed) {

  int run() throws IOException {
    terminal.tell("import.trying", delivery.file());
    String before = state();
    JsonNode tried = delivery.tried();
    report.tell(terminal, tried);
    long leftOut = report.leftOut(tried);
    if (dryRun) {
      return code(leftOut);
    }
    if (leftOut > 0 && !partial) {
      terminal.tell("import.blocked");
      return ExitCode.REFUSED;
    }
    if (report.taken(tried) == 0) {
      terminal.tell("import.nothing");
      return code(leftOut);
    }
    if (!agreed && !Question.isAgreed(terminal, "import.agree", report.taken(tried))) {
      terminal.tell("import.not-agreed");
      return ExitCode.REFUSED;
    }
    if (!state().equals(before)) {
      throw Failure.machine("import.changed", delivery.file());
    }
    JsonNode done = delivery.takenUp(partial, tried.path("lines").asLong());
    terminal.tell("import.done");
    terminal
        .out()
        .println(terminal.texts().say("import.result", report.taken(done), report.leftOut(done)));
    return code(report.leftOut(done));
  }

  /** Another, once somebody has written to it. */
  private String state() throws IOException {
    return Files.size(delivery.file()) + " " + Files.getLastModifiedTime(delivery.file());
  }

  private static int code(long leftOut) {
    return leftOut > 0 ? ExitCode.REFUSED : ExitCode.OK;
  }
}
