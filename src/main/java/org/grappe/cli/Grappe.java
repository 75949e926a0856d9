package org.grappe.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code grappe}. */
@Command(name = "grappe", versionProvider = Version.class)
final class Grappe {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "option.version")
  @SuppressWarnings("UnusedVariable") // picocli alone looks at it
  private boolean version;
}
