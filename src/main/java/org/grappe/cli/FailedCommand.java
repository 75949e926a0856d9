package org.grappe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine;

/** What is told of a command that failed: a sentence, and no stack trace. */
record FailedCommand(Terminal terminal) implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (thrown instanceof Failure failure) {
      terminal.err().println(failure.in(terminal.texts()));
      return failure.exitCode();
    }
    if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
      terminal.tell("failed.file", thrown.getMessage());
      return ExitCode.MACHINE;
    }
    throw thrown;
  }
}
