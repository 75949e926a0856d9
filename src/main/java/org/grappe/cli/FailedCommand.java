package org.grappe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Refusal;
import picocli.CommandLine;

/** What is told of a command that failed: a sentence; a stack trace is a fault of this program. */
record FailedCommand(Terminal terminal) implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    if (thrown instanceof Failure failure) {
      if (failure.exitCode() == ExitCode.PIPE_CLOSED) {
        return ExitCode.PIPE_CLOSED;
      }
      terminal.err().println(failure.in(terminal.texts()));
      return failure.exitCode();
    }
    if (thrown instanceof Refusal refusal) {
      terminal.err().println(refusal.in(terminal.texts()));
      return refusal.isMistyped() ? ExitCode.USAGE : ExitCode.UNREACHABLE;
    }
    if (thrown instanceof SQLException || thrown instanceof FlywayException) {
      terminal.tell("database.failed", thrown.getMessage());
      return ExitCode.UNREACHABLE;
    }
    if (thrown instanceof UncheckedIOException unchecked) {
      return file(unchecked.getCause());
    }
    if (thrown instanceof IOException failed) {
      return file(failed);
    }
    thrown.printStackTrace(terminal.err());
    return ExitCode.MACHINE;
  }

  private int file(IOException failed) {
    terminal.tell("failed.file", terminal.texts().reason(failed));
    return ExitCode.MACHINE;
  }
}
