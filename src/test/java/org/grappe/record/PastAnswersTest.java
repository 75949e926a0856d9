package org.grappe.record;

import static org.grappe.testing.Api.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whatever was answered at an instant is answered of it later on, whatever was written since: every
 * operation of the document that can be asked so.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@Order(1) // it asks for whole lists, which are short as long as others have left nothing
class PastAnswersTest {
  private static final int SEED = Integer.getInteger("past.seed", 1);

  /** So many records of each collection are looked at. */
  private static final int SOME = 8;

  /** And so many of what belongs to each. */
  private static final int FEW = 2;

  private static final int ROUNDS = 2;

  private static final String DAY = "2026-03-01";

  private final Random random = new Random(SEED);

  /** What was answered at an instant, by address. */
  private record Answers(Instant at, Map<String, String> bodies) {}

  @Test
  void what_was_answered_then_is_answered_of_then() {
    List<Operation> writes =
        new ArrayList<>(
            OpenApi.served()
                .operations()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation -> !operation.path().contains("/credentials"))
                .toList());
    List<Answers> asked = new ArrayList<>();
    long changed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(writes, random);
      writes.forEach(operation -> new Scene().call(operation, admin()));
      asked.add(answers());
      changed +=
          new TreeSet<>(asked.get(round).bodies().keySet())
              .stream()
                  .filter(address -> address.matches(".*/[0-9a-f-]{36}(\\?.*)?"))
                  .mapToLong(this::change)
                  .sum();
    }
    assertTrue(changed > 100, changed + " changes");
    assertTrue(asked.get(0).bodies().size() > 150, asked.get(0).bodies().size() + " answers");
    List<String> faults = new ArrayList<>();
    asked.forEach(then -> then.bodies().forEach((address, body) -> check(then, address, faults)));
    assertEquals(List.of(), faults, "seed " + SEED);
  }

  private void check(Answers then, String address, List<String> faults) {
    String again = ask(address + (address.contains("?") ? "&" : "?") + "knownAt=" + then.at());
    String before = then.bodies().get(address);
    if (!before.equals(again)) {
      faults.add(address + " as of " + then.at() + "\n  " + difference(before, again));
    }
  }

  /** From where they differ. */
  private static String difference(String before, String again) {
    int i = 0;
    while (i < Math.min(before.length(), again.length()) && before.charAt(i) == again.charAt(i)) {
      i++;
    }
    return part(before, i) + "\n  " + part(again, i);
  }

  private static String part(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100));
  }

  /** Writes a record once more, in every way that it takes, and what belongs to it. */
  private long change(String address) {
    String record = address.replaceFirst("\\?.*", "");
    String word = "r" + random.nextInt(1000);
    return Stream.concat(
            Stream.of("name", "title", "city", "purpose", "remarks", "role")
                .map(field -> patch(record, Map.of(field, field.equals("role") ? "OTHER" : word))),
            Stream.of(
                patch(record, Map.of("value", random.nextInt(1000))),
                patch(record, Map.of("until", "2025-12-0" + (1 + random.nextInt(9)))),
                patch(record, Map.of("recurrence", "FREQ=WEEKLY;COUNT=" + random.nextInt(2, 9))),
                write(record + "/ballots", Map.of("subjects", List.of(word))),
                write(record + "/registrations", Map.of("places", 1)),
                write(
                    record + "/completion",
                    Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", word)),
                write(
                    record + "/steps",
                    Map.of(
                        "status",
                        "VOTED",
                        "on",
                        "2025-01-02",
                        "amount",
                        Map.of("amount", random.nextInt(9000)))),
                write(
                    record + "/payments",
                    Map.of("on", "2025-02-03", "amount", Map.of("amount", 1))),
                write(record + "/cancellation", Map.of("reason", word)),
                write(record + "/dissolution", Map.of("on", "2026-02-01")),
                random.nextInt(3) == 0 && delete(record)))
        .filter(Boolean::booleanValue)
        .count();
  }

  private static boolean patch(String record, Map<String, ?> body) {
    return admin()
            .basePath("")
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body(body)
            .patch(record)
            .statusCode()
        == 200;
  }

  private static boolean delete(String record) {
    return admin().basePath("").header("If-Match", "*").delete(record).statusCode() == 204;
  }

  private static boolean write(String address, Map<String, ?> body) {
    return admin()
            .basePath("")
            .contentType("application/json")
            .body(body)
            .post(address)
            .statusCode()
        < 300;
  }

  private Answers answers() {
    Map<String, String> bodies = new LinkedHashMap<>();
    List<Operation> reads =
        OpenApi.served()
            .operations()
            .filter(operation -> operation.method().equals("GET"))
            .filter(PastAnswersTest::looksBack)
            .filter(operation -> !operation.path().contains("/credentials"))
            .toList();
    Map<String, List<JsonNode>> found = new LinkedHashMap<>();
    for (Operation read : reads) {
      addresses(read.path(), found)
          .forEach(
              address -> {
                String asked =
                    address
                        + (takes(read, "on")
                            ? "?on=" + DAY
                            : takes(read, "limit") ? "?limit=200" : "");
                String body = ask(asked);
                assertFalse(body.startsWith("{\"type\":\"/problems"), asked + body);
                bodies.put(asked, body);
                if (body.startsWith("{\"items\"")) {
                  found.put(address, some(body, read.path().contains("{") ? FEW : SOME));
                }
              });
    }
    return new Answers(Instant.now(), bodies);
  }

  /** Where an operation is called: for some records of the collections that its path names. */
  private Stream<String> addresses(String path, Map<String, List<JsonNode>> found) {
    int at = path.indexOf("/{");
    if (at < 0) {
      return Stream.of(path);
    }
    String collection = path.substring(0, at);
    String name = path.substring(at + 2, path.indexOf('}'));
    String rest = path.substring(path.indexOf('}') + 1);
    return found.getOrDefault(collection, List.of()).stream()
        .map(item -> named(item, name))
        .filter(key -> !key.isEmpty())
        .flatMap(key -> addresses(collection + "/" + key + rest, found));
  }

  /** By what the path calls it, or whom it belongs to; else by its id. */
  private static String named(JsonNode item, String name) {
    JsonNode key = item.path(name);
    return key.isTextual() ? key.asText() : key.path("id").asText(item.path("id").asText());
  }

  private List<JsonNode> some(String body, int most) {
    List<JsonNode> items = new ArrayList<>();
    OpenApi.json(body).path("items").forEach(items::add);
    Collections.shuffle(items, random);
    return List.copyOf(items.subList(0, Math.min(most, items.size())));
  }

  private static boolean looksBack(Operation operation) {
    return takes(operation, "knownAt");
  }

  private static boolean takes(Operation operation, String parameter) {
    for (JsonNode one : operation.node().path("parameters")) {
      String named = one.path("name").asText(one.path("$ref").asText().replaceFirst(".*/", ""));
      if (named.equalsIgnoreCase(parameter)) {
        return true;
      }
    }
    return false;
  }

  /** The answer, and for a list all of it as a table, without what tells of the question. */
  private static String ask(String address) {
    String table = address.matches("[^{}.]*(\\?.*)?") ? ask(address, "text/csv") : "";
    return ask(address, "*/*") + "\n" + table;
  }

  private static String ask(String address, String accepted) {
    Response answer = admin().basePath("").accept(accepted).urlEncodingEnabled(false).get(address);
    // its lines are told in no order
    String text =
        address.contains("/scdl?")
            ? answer.asString().lines().sorted().collect(Collectors.joining("\n"))
            : answer.asString();
    return text.replace("\r\n ", "")
        .replaceAll("\\?[^\"]*cursor=[^\"]*\"", "…\"")
        .replaceAll("\"nextCursor\":\"[^\"]*\"", "\"nextCursor\":\"…\"")
        .replaceAll("DTSTAMP:\\w+", "DTSTAMP")
        .replaceAll("<feed(.*?)<id>.*?</id>", "<feed$1")
        .replaceAll("\\?knownAt=[^\"<&\\r]*", "")
        .replaceAll("(&|&amp;)knownAt=[^\"<&\\r]*", "");
  }
}
