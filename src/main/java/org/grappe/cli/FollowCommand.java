package org.grappe.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grappe follow}: what changes, a line each. */
@Command(name = "follow")
final class FollowCommand implements Callable<Integer> {
  private static final int LIMIT = 200;
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  @Option(names = "--types", paramLabel = "TYPES", descriptionKey = "follow.types")
  private String types;

  @Option(names = "--cluster", paramLabel = "CLUSTER", descriptionKey = "follow.cluster")
  private String cluster;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "follow.region")
  private String region;

  @Option(names = "--record", descriptionKey = "follow.record")
  private boolean record;

  @Option(names = "--copy", descriptionKey = "follow.copy")
  private boolean copy;

  @Option(names = "--after", paramLabel = "PLACE", descriptionKey = "follow.after")
  private String after;

  @Option(names = "--place", paramLabel = "FILE", descriptionKey = "follow.place")
  private String place;

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "follow.wait")
  private int wait = 20;

  @Option(names = "--once", descriptionKey = "follow.once")
  private boolean once;

  FollowCommand(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  @Override
  public Integer call() throws IOException {
    if (copy && (types != null || cluster != null || region != null)) {
      throw Failure.usage("follow.copy-is-whole");
    }
    if (!once && wait < 1) {
      throw Failure.usage("follow.wait-at-least");
    }
    Target changes =
        Target.of("/changes")
            .with("types", types)
            .with("cluster", cluster)
            .with("region", region)
            .with("embed", record || copy ? "record" : null)
            .with("limit", LIMIT)
            .with("wait", once ? null : wait);
    KeptPlace kept = KeptPlace.in(place == null ? null : terminal.file(place), after);
    new Following(terminal, service.remote(), changes, copy, once).from(kept);
    return ExitCode.OK;
  }
}
