package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.Failure;
import org.grappe.cli.terminal.Terminal;

/** Brings a file to the service and waits for what it reports of it. */
record Delivery(Terminal terminal, Remote remote, FileKind kind, Path file) {
  private static final int ACCEPTED = 202;

  /** What would become of it; nothing is written. */
  JsonNode tried() throws IOException {
    return report(kind.target().with("dryRun", true), Map.of(), 0);
  }

  /**
   * Takes it up. Where the answer is lost, the same again is the same file for the service.
   *
   * @param lines how many it has, where that is known
   */
  JsonNode takenUp(boolean partial, long lines) throws IOException {
    Target target =
        partial && kind.mediaType().equals("text/csv")
            ? kind.target().with("partial", true)
            : kind.target();
    return report(target, Map.of("Idempotency-Key", UUID.randomUUID().toString()), lines);
  }

  private JsonNode report(Target target, Map<String, String> more, long lines) throws IOException {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", kind.mediaType());
    headers.put("Accept", "application/json");
    JsonNode answer;
    try (Reply reply = remote.ask("POST", target, headers, SentFile.of(file, terminal))) {
      if (reply.status() != ACCEPTED) {
        return reply.required().json();
      }
      answer = reply.json();
    }
    JsonNode ended = new Watch(terminal, remote, answer.path("id").asText()).ended(lines);
    if (!ended.path("status").asText().equals("COMPLETED")) {
      throw Failure.refused("import.failed", ended.path("detail").asText());
    }
    return ended.path("report");
  }
}
