package org.grappe.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grappe export}: a list, or the copy of everything. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private static final String CLUSTER = "cluster=";
  private static final int NOT_FOUND = 404;
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  @Parameters(index = "0", arity = "0..1", paramLabel = "LIST", descriptionKey = "export.list")
  private String list;

  @Parameters(index = "1..*", paramLabel = "NAME=VALUE", descriptionKey = "export.filter")
  private final List<String> filters = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      descriptionKey = "export.output")
  private String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      descriptionKey = "export.format")
  private ExportFormat format = ExportFormat.NDJSON;

  @Option(names = "--resume", descriptionKey = "export.resume")
  private boolean resume;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Remote remote = service.remote();
    try {
      export(remote);
    } catch (Failure failure) {
      if (list != null && failure.exitCode() == ExitCode.REFUSED) {
        KnownLists.of(remote).require(list);
      }
      throw failure;
    }
    return ExitCode.OK;
  }

  private void export(Remote remote) throws IOException {
    requireCluster(remote);
    if (resume) {
      requireResumable();
      new ResumedExport(terminal, remote, target("")).into(terminal.file(output));
    } else {
      Copy copy = list == null ? Copy.ofAll(whole()) : Copy.ofList(target(format.suffix()), format);
      new Download(terminal, remote, copy).into(output == null ? null : terminal.file(output));
    }
  }

  private void requireResumable() {
    if (list == null || output == null || format != ExportFormat.NDJSON) {
      throw Failure.usage("export.not-resumable");
    }
  }

  /** Of one that nobody knows there is nothing, which would look like one without anything. */
  private void requireCluster(Remote remote) {
    for (String filter : filters) {
      if (filter.matches("cluster=[^,]+")) {
        Target cluster = Target.of("/clusters/" + filter.substring(CLUSTER.length()));
        try (Reply reply = remote.get(cluster, "application/json")) {
          if (reply.status() == NOT_FOUND) {
            throw reply.refusal();
          }
        }
      }
    }
  }

  private Target whole() {
    if (format != ExportFormat.NDJSON) {
      throw Failure.usage("export.copy-is-ndjson");
    }
    return Target.of("/export");
  }

  private Target target(String suffix) {
    Target target = Target.of(list + suffix);
    for (String filter : filters) {
      int equals = filter.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("export.filter-shape", filter);
      }
      target = target.with(filter.substring(0, equals), filter.substring(equals + 1));
    }
    return target;
  }
}
