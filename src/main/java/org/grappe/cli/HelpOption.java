package org.grappe.cli;

import picocli.CommandLine.Option;

/** {@code --help}, of every command. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 100,
      descriptionKey = "option.help")
  @SuppressWarnings("UnusedVariable") // picocli alone looks at it
  private boolean asked;
}
