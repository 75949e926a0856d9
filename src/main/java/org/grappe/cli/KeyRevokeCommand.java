package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.Callable;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.remote.Target;
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
    Remote remote = service.remote();
    Target target = Target.of("/credentials/" + new KeyList(remote).id(which));
    JsonNode key;
    String version;
    try (Reply reply = remote.get(target, "application/json").required()) {
      key = reply.json();
      version = reply.header("ETag").orElseThrow();
    }
    String name = key.path("name").asText();
    if (!yes && !Question.isAgreed(terminal, "key.agree", name, key.path("role").asText())) {
      terminal.tell("key.kept", name);
      return ExitCode.REFUSED;
    }
    Map<String, String> headers = Map.of("If-Match", version);
    try (Reply reply = remote.ask("DELETE", target, headers, BodyPublishers.noBody())) {
      reply.required();
    }
    terminal.tell("key.revoked", name);
    return ExitCode.OK;
  }
}
