package org.grappe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.Reply;
import org.grappe.cli.remote.Target;
import org.grappe.cli.terminal.Failure;

/** The keys that a service has given. */
record KeyList(Remote remote) {
  private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /**
   * Reads them all.
   *
   * @param words what their names have in them; null for all
   */
  void each(String words, Consumer<JsonNode> reader) {
    Target target = Target.of("/credentials").with("limit", 200).with("q", words);
    String cursor = null;
    do {
      JsonNode page = remote.read(target.with("cursor", cursor));
      page.path("items").forEach(reader);
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
  }

  /**
   * One as it was shown.
   *
   * @param version which of its versions that is, as its {@code ETag} says
   */
  record Shown(JsonNode key, String version) {
    static Shown by(Reply reply) {
      return new Shown(reply.required().json(), reply.header("ETag").orElseThrow());
    }
  }

  Shown show(String id) {
    try (Reply reply = remote.get(target(id), "application/json")) {
      return Shown.by(reply);
    }
  }

  /** Takes one back, where it is still as it was shown. */
  void revoke(Shown shown) {
    Map<String, String> headers = Map.of("If-Match", shown.version());
    Target target = target(shown.key().path("id").asText());
    try (Reply reply = remote.ask("DELETE", target, headers, BodyPublishers.noBody())) {
      reply.required();
    }
  }

  private static Target target(String id) {
    return Target.of("/credentials/" + id);
  }

  /**
   * The id of one.
   *
   * @param word its id, or its name where no other has the same
   */
  String id(String word) {
    if (word.matches(ID)) {
      return word;
    }
    List<String> ids = new ArrayList<>();
    each(
        word,
        key -> {
          if (key.path("name").asText().equals(word)) {
            ids.add(key.path("id").asText());
          }
        });
    if (ids.size() == 1) {
      return ids.get(0);
    }
    throw ids.isEmpty()
        ? Failure.refused("key.none", word)
        : Failure.refused("key.several", word, String.join(", ", ids));
  }
}
