package org.grappe.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Table;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grappe key list}. */
@Command(name = "list")
final class KeyListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  KeyListCommand(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  @Override
  public Integer call() {
    Texts texts = terminal.texts();
    Table table =
        new Table(
            List.of(
                texts.say("key.title-id"),
                texts.say("key.title-name"),
                texts.say("key.title-role"),
                texts.say("key.title-clusters"),
                texts.say("key.title-expires"),
                texts.say("key.title-used")));
    new KeyList(service.remote()).each(null, key -> table.row(cells(key)));
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private static Object[] cells(JsonNode key) {
    return new Object[] {
      key.path("id").asText(),
      key.path("name").asText(),
      key.path("role").asText(),
      StreamSupport.stream(key.path("clusters").spliterator(), false)
          .map(cluster -> cluster.path("slug").asText())
          .collect(joining(",")),
      key.path("expiresAt").asText(null),
      key.path("lastUsedAt").asText(null)
    };
  }
}
