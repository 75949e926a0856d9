package org.grappe.cli;

import org.grappe.embedded.Service;
import picocli.CommandLine.Command;

/** {@code grappe serve}: what {@code grappe} does without a word. */
@Command(name = "serve")
final class ServeCommand implements Runnable {
  @Override
  public void run() {
    Service.run();
  }
}
