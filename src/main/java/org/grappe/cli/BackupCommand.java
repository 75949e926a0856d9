package org.grappe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.grappe.cli.backup.Backup;
import org.grappe.cli.backup.Manifest;
import org.grappe.cli.backup.Schema;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.ProgressBar;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grappe backup}: the whole database in a file, beside a service that runs or not. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
  private String file;

  @Option(names = "--force", descriptionKey = "backup.force")
  private boolean force;

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Path path = terminal.file(file);
    if (Files.exists(path) && !force) {
      throw Failure.machine("backup.exists", path);
    }
    try (Database database = Database.beside();
        Connection connection = database.connect()) {
      Backup.requireOwnSchema(connection, Schema.of(database));
      terminal.tell("backup.from", database.place());
      ProgressBar bar = ProgressBar.on(terminal, 0);
      Manifest made = Backup.write(connection, path, Version.maker(), bar::at);
      bar.end();
      terminal.tell(
          "backup.done",
          path,
          Files.size(path),
          made.tables().size(),
          made.rows(),
          made.position());
    }
    return ExitCode.OK;
  }
}
