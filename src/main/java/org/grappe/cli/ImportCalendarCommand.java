package org.grappe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grappe import calendar}: a cluster's events, from another program. */
@Command(name = "calendar")
final class ImportCalendarCommand implements Callable<Integer> {
  @Mixin private final ImportOptions options;

  @Option(
      names = "--cluster",
      required = true,
      paramLabel = "CLUSTER",
      descriptionKey = "import.host")
  private String cluster;

  @Option(names = "--scope", paramLabel = "SCOPE", descriptionKey = "import.scope")
  private String scope;

  ImportCalendarCommand(Terminal terminal) {
    options = new ImportOptions(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Target target = Target.of("/events/ics").with("host", cluster).with("scope", scope);
    // what can't be taken of a calendar is left out, whatever is asked for
    return options.run(new FileKind(target, "text/calendar", new CalendarReport()), true);
  }
}
