package org.grappe.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.grappe.testing.OpenApi;

/** Begins with a copy and follows; now and then it is where it was some pages before. */
final class RandomFollower {
  private final Instances instances;
  private final Random random;
  private Map<String, String> copy = new TreeMap<>();
  private String cursor;
  private Map<String, String> kept;
  private String keptCursor;
  private int pages;
  private int resumed;

  RandomFollower(Instances instances, Random random) {
    this.instances = instances;
    this.random = random;
    HttpResponse<String> answer = instances.get("/export");
    answer
        .body()
        .lines()
        .map(OpenApi::json)
        .filter(line -> line.has("id"))
        .forEach(line -> copy.put(line.path("id").asText(), line.toString()));
    cursor =
        answer.headers().allValues("Link").stream()
            .filter(link -> link.contains("rel=\"changes\""))
            .map(link -> link.substring(link.indexOf("after=") + 6, link.indexOf('>')))
            .findFirst()
            .orElseThrow();
    keep();
  }

  private void keep() {
    kept = new TreeMap<>(copy);
    keptCursor = cursor;
  }

  void followUntil(long end) {
    while (System.nanoTime() < end) {
      step();
      int chance = random.nextInt(10);
      if (chance == 0) {
        copy = new TreeMap<>(kept);
        cursor = keptCursor;
        resumed++;
      } else if (chance < 4) {
        keep();
      }
    }
  }

  /** To the end that there is now. */
  void catchUp() {
    while (step()) {
      // the next page
    }
  }

  /** Whether there is, or may be, more. */
  private boolean step() {
    HttpResponse<String> answer =
        instances.get(
            "/changes?embed=record&wait=%d&limit=%d&after=%s"
                .formatted(random.nextInt(2), 1 + random.nextInt(200), cursor));
    if (answer == null || answer.statusCode() == 503) {
      return true;
    }
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    JsonNode page = OpenApi.json(answer.body());
    OpenApi.items(page.path("items")).forEach(this::take);
    cursor = page.path("nextCursor").asText();
    pages++;
    return page.path("more").asBoolean() || !page.path("items").isEmpty();
  }

  private void take(JsonNode item) {
    String id = item.path("id").asText();
    if (item.path("action").asText().equals("DELETED")) {
      copy.remove(id);
    } else if (item.has("record")) {
      copy.put(
          id,
          OpenApi.json(
                  "{\"type\":\"%s\",\"id\":\"%s\",\"version\":%s,\"record\":%s}"
                      .formatted(
                          item.path("type").asText(),
                          id,
                          item.path("version"),
                          item.path("record")))
              .toString());
    }
  }

  String cursor() {
    return cursor;
  }

  int pages() {
    return pages;
  }

  int resumed() {
    return resumed;
  }

  List<String> lines() {
    return copy.values().stream().sorted().toList();
  }

  static List<String> lines(String export) {
    return export
        .lines()
        .map(OpenApi::json)
        .filter(line -> line.has("id"))
        .map(JsonNode::toString)
        .sorted()
        .toList();
  }
}
