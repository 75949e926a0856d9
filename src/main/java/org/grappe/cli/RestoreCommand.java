package org.grappe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.grappe.cli.backup.BackupFile;
import org.grappe.cli.backup.Manifest;
import org.grappe.cli.backup.Restoration;
import org.grappe.cli.backup.Schema;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.ProgressBar;
import org.grappe.cli.terminal.Question;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Database;
import org.grappe.embedded.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grappe restore}: a backup into the database, while no service runs on it. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
  private String file;

  @Option(names = "--replace", descriptionKey = "restore.replace")
  private boolean replace;

  @Option(names = "--check", descriptionKey = "restore.check")
  private boolean check;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "option.yes")
  private boolean yes;

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Path path = terminal.file(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw Failure.machine("import.no-file", path);
    }
    try (BackupFile backup = BackupFile.open(path)) {
      Manifest made = backup.manifest();
      ProgressBar bar = ProgressBar.on(terminal, made.rows());
      backup.verify(bar::at);
      bar.end();
      terminal.tell(
          "restore.whole", path, made.madeAt(), made.rows(), made.version(), made.position());
      terminal.tell("restore.maker", made.maker());
      return check ? checked(backup) : into(backup);
    }
  }

  /** Which tables this version makes, a database alone tells; the one that is configured does. */
  private int checked(BackupFile backup) throws SQLException {
    try (Database database = Database.beside();
        Connection connection = database.connect()) {
      new Restoration(backup, connection).requireSchema(Schema.of(database));
      terminal.tell("restore.fits");
    } catch (Refusal noDatabase) {
      terminal.tell("restore.not-compared", noDatabase.in(terminal.texts()));
    }
    return ExitCode.OK;
  }

  private int into(BackupFile backup) throws IOException, SQLException {
    try (Database database = Database.alone()) {
      Schema schema = Schema.of(database);
      try (Connection connection = database.connect()) {
        Restoration restoration = new Restoration(backup, connection);
        restoration.requireSchema(schema);
        restoration.requireNobodyElse();
        boolean intoNothing = restoration.isIntoNothing();
        if (!intoNothing && !replace) {
          throw Failure.refused("restore.not-empty", database.place());
        }
        if (!intoNothing
            && !yes
            && !Question.isAgreed(terminal, "restore.agree", database.place())) {
          terminal.tell("restore.not-agreed");
          return ExitCode.REFUSED;
        }
        // the first thing that changes anything
        schema.bringUpToDate();
        ProgressBar bar = ProgressBar.on(terminal, 2 * backup.manifest().rows());
        restoration.run(bar::at);
        bar.end();
        terminal.tell("restore.done", database.place(), backup.manifest().rows());
        analyze(restoration);
        return ExitCode.OK;
      }
    }
  }

  /** The backup is there already, whatever becomes of this. */
  private void analyze(Restoration restoration) {
    try {
      restoration.analyze();
    } catch (SQLException slowerAtFirst) {
      terminal.tell("restore.not-analyzed", slowerAtFirst.getMessage());
    }
  }
}
