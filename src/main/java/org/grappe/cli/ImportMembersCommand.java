package org.grappe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grappe import members}: those of a cluster, from a spreadsheet. */
@Command(name = "members")
final class ImportMembersCommand implements Callable<Integer> {
  @Mixin private final ImportOptions options;

  @Mixin private final PartialOption partial = new PartialOption();

  @Option(names = "--cluster", paramLabel = "CLUSTER", descriptionKey = "import.cluster")
  private String cluster;

  ImportMembersCommand(Terminal terminal) {
    options = new ImportOptions(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Target target = Target.of("/memberships/csv").with("cluster", cluster);
    return options.run(new FileKind(target, "text/csv", new LineReport()), partial.isAsked());
  }
}
