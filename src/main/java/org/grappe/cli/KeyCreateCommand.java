package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** {@code grappe key create}: the key is told once, alone on the standard output or in a file. */
@Command(name = "create")
final class KeyCreateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  @Parameters(paramLabel = "NAME", descriptionKey = "key.name")
  private String name;

  @Option(names = "--role", required = true, paramLabel = "ROLE", descriptionKey = "key.role")
  private String role;

  @Option(names = "--cluster", split = ",", paramLabel = "CLUSTER", descriptionKey = "key.cluster")
  private List<String> clusters = List.of();

  @Option(names = "--expires", paramLabel = "DAY", descriptionKey = "key.expires")
  private String expires;

  @Option(names = "--to", paramLabel = "FILE", descriptionKey = "key.to")
  private String to;

  KeyCreateCommand(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Remote remote = service.remote();
    if (expires != null && Days.instant(expires).isBefore(Instant.now())) {
      throw Failure.usage("key.expired", expires);
    }
    if (clusters.isEmpty() && role.equalsIgnoreCase("EDITOR")) {
      terminal.tell("key.of-no-cluster");
    }
    String body = body().toString();
    // a file that cannot be made is told before there is a key that nobody could read again
    SecretPlace place =
        to == null ? SecretPlace.out(terminal) : SecretPlace.file(terminal.file(to));
    KeyList.Shown shown;
    try {
      shown = made(remote, body);
    } catch (Failure refused) {
      place.giveUp();
      throw refused;
    }
    JsonNode made = shown.key();
    String id = made.path("id").asText();
    try {
      place.keep(made.path("secret").asText());
    } catch (IOException | RuntimeException lost) {
      takeBack(remote, shown);
      place.giveUp();
      throw lost;
    }
    terminal.tell("key.made", made.path("name").asText(), made.path("role").asText(), id);
    return ExitCode.OK;
  }

  /** Nobody has it. */
  private void takeBack(Remote remote, KeyList.Shown shown) {
    String id = shown.key().path("id").asText();
    try {
      new KeyList(remote).revoke(shown);
      terminal.tell("key.lost", id);
    } catch (Failure refused) {
      terminal.tell("key.lost-stays", id, refused.in(terminal.texts()));
    }
  }

  private static KeyList.Shown made(Remote remote, String body) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Accept", "application/json");
    try (Reply reply =
        remote.ask("POST", Target.of("/credentials"), headers, BodyPublishers.ofString(body))) {
      return KeyList.Shown.by(reply);
    }
  }

  private ObjectNode body() {
    ObjectNode body = Reply.JSON.createObjectNode();
    body.put("name", name).put("role", role.toUpperCase(Locale.ROOT));
    clusters.forEach(body.putArray("clusters")::add);
    if (expires != null) {
      body.put("expiresAt", Days.instant(expires).toString());
    }
    return body;
  }
}
