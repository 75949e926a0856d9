package org.grappe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be said of every file that is taken up. */
final class ImportOptions {
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
  private String file;

  @Option(names = "--dry-run", descriptionKey = "import.dry-run")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "option.yes")
  private boolean yes;

  ImportOptions(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  /**
   * Tries the file, asks, and takes it up.
   *
   * @param partial whether what is good of it is taken where the rest is not
   */
  int run(FileKind kind, boolean partial) throws IOException {
    Path path = terminal.file(file);
    // it is read twice, which a pipe cannot be
    if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
      throw Failure.machine("import.no-file", path);
    }
    Delivery delivery = new Delivery(terminal, service.remote(), kind, path);
    return new FileImport(terminal, delivery, kind.report(), partial, dryRun, yes).run();
  }
}
