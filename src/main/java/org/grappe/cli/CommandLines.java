package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine;

/** All commands, in the language and on the streams of one terminal. */
final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  static CommandLine of(Terminal terminal) {
    CommandLine all =
        new CommandLine(new Grappe())
            .addSubcommand(new ServeCommand())
            .addSubcommand(imports(terminal))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new FollowCommand(terminal))
            .addSubcommand(keys(terminal))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new RestoreCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new CompletionCommand(terminal));
    everywhere(all);
    return all.setResourceBundle(terminal.texts().bundle())
        .setOut(new PrintWriter(terminal.out(), true, UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, UTF_8))
        .setUsageHelpWidth(WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new MistypedCommand(terminal))
        .setExecutionExceptionHandler(new FailedCommand(terminal));
  }

  private static CommandLine imports(Terminal terminal) {
    return new CommandLine(new ImportCommand())
        .addSubcommand(new ImportMembersCommand(terminal))
        .addSubcommand(new ImportSubsidiesCommand(terminal))
        .addSubcommand(new ImportCalendarCommand(terminal));
  }

  private static CommandLine keys(Terminal terminal) {
    return new CommandLine(new KeyCommand())
        .addSubcommand(new KeyCreateCommand(terminal))
        .addSubcommand(new KeyListCommand(terminal))
        .addSubcommand(new KeyRevokeCommand(terminal));
  }

  private static void everywhere(CommandLine command) {
    command.addMixin("help", new HelpOption());
    command.getSubcommands().values().forEach(CommandLines::everywhere);
  }
}
