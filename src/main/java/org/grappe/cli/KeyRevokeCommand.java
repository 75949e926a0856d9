package org.grappe.cli;

import java.util.concurrent.Callable;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Question;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grappe key revoke}. */
@Command(name = "revoke")
final class KeyRevokeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  @Parameters(paramLabel = "KEY", descriptionKey = "key.which")
  private String which;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "option.yes")
  private boolean yes;

  KeyRevokeCommand(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  @Override
  public Integer call() {
    KeyList keys = new KeyList(service.remote());
    KeyList.Shown shown = keys.show(keys.id(which));
    String name = shown.key().path("name").asText();
    String role = shown.key().path("role").asText();
    if (!yes && !Question.isAgreed(terminal, "key.agree", name, role)) {
      terminal.tell("key.kept", name);
      return ExitCode.REFUSED;
    }
    keys.revoke(shown);
    terminal.tell("key.revoked", name);
    return ExitCode.OK;
  }
}
