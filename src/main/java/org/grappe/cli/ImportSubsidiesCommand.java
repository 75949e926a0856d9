package org.grappe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grappe import subsidies}: money, in the French open-data format SCDL. */
@Command(name = "subsidies")
final class ImportSubsidiesCommand implements Callable<Integer> {
  private static final FileKind SCDL =
      new FileKind(Target.of("/subsidy-lines/scdl"), "text/csv", new LineReport());

  @Mixin private final ImportOptions options;

  @Mixin private final PartialOption partial = new PartialOption();

  ImportSubsidiesCommand(Terminal terminal) {
    options = new ImportOptions(terminal);
  }

  @Override
  public Integer call() throws IOException {
    return options.run(SCDL, partial.isAsked());
  }
}
