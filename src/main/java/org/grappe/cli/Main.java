package org.grappe.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Service;

/** What the jar runs: a command, or the service where none is named. */
@QuarkusMain
public class Main {
  public static void main(String... args) {
    if (args.length == 0) {
      Service.run();
      return;
    }
    // before anybody asks for a logger: the Quarkus libraries want this one
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    int exitCode = CommandLines.of(Terminal.ofProcess()).execute(args);
    if (exitCode != 0 || !"serve".equals(args[0])) {
      System.exit(exitCode);
    }
  }
}
