package org.grappe.cli;

import picocli.CommandLine.Option;

/** {@code --partial}, of files that are taken whole or not at all otherwise. */
final class PartialOption {
  @Option(names = "--partial", descriptionKey = "import.partial")
  private boolean asked;

  boolean isAsked() {
    return asked;
  }
}
