package org.grappe.cli;

import java.util.Locale;
import org.grappe.cli.terminal.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grappe completion}: what a shell needs to complete its words. */
@Command(name = "completion")
final class CompletionCommand implements Runnable {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", descriptionKey = "completion.shell")
  private Shell shell;

  /** Those that are known. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (shell == Shell.ZSH) {
      // the script is bash's; zsh reads it so
      terminal.out().println("autoload -U +X compinit && compinit");
      terminal.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    terminal.out().print(AutoComplete.bash("grappe", spec.root().commandLine()));
    terminal.out().flush();
  }
}
