package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/partners.md tells a partner to do, done by a shell and by Python. */
class PartnersIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BLOCK =
      Pattern.compile("```(\\S+)(?: (\\S+))?\n(.*?)```", Pattern.DOTALL);
  @TempDir Path directory;

  @Test
  void a_copy_is_loaded_and_followed_whenever_the_follower_ends() throws Exception {
    Path work = Files.createDirectory(directory.resolve("partner"));
    String hour = written(work);
    try (PackagedService service =
        PackagedService.ready(Files.createDirectory(directory.resolve("service")))) {
      String api = service.api();
      String said = run(work, hour.replace("http://localhost:8080/api/v1", api));
      assertTrue(said.contains("{\"end\":{\"count\":"), said);
      assertTrue(said.contains("\"more\": false"), said);
      for (String follower :
          new String[] {
            "sh follow.sh " + api + " kept once", "python3 follow.py " + api + " copy.json once"
          }) {
        run(work, follower);
      }
      String key = service.secret("admin-key");
      String id =
          given()
              .header("Authorization", "Bearer " + key)
              .contentType("application/json")
              .body(Map.of("name", "Tab\tand \\ back", "kind", "COMPANY"))
              .post(api + "/organisations")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      String gone =
          given()
              .header("Authorization", "Bearer " + key)
              .contentType("application/json")
              .body(Map.of("name", "Gone", "kind", "COMPANY"))
              .post(api + "/organisations")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      // one is killed while it waits
      Process waiting =
          new ProcessBuilder("sh", "follow.sh", api, "kept")
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(work.resolve("log").toFile())
              .start();
      Thread.sleep(1_500);
      waiting.descendants().forEach(ProcessHandle::destroyForcibly);
      waiting.destroyForcibly().waitFor();
      given()
          .header("Authorization", "Bearer " + key)
          .header("If-Match", "*")
          .delete(api + "/organisations/" + gone)
          .then()
          .statusCode(204);
      for (String follower :
          new String[] {
            "sh follow.sh " + api + " kept once", "python3 follow.py " + api + " copy.json once"
          }) {
        run(work, follower);
      }
      Map<String, JsonNode> copy = copy(given().get(api + "/export").asString());
      assertTrue(copy.containsKey(id) && !copy.containsKey(gone) && copy.size() > 100);
      assertSame(copy, kept(work.resolve("kept")));
      Map<String, JsonNode> python = new TreeMap<>();
      JSON.readTree(work.resolve("copy.json").toFile())
          .get("records")
          .properties()
          .forEach(one -> python.put(one.getKey(), one.getValue()));
      assertSame(copy, python);
    }
  }

  @Test
  void what_changes_is_sent_to_a_receiver_that_verifies_it() throws Exception {
    Path work = Files.createDirectory(directory.resolve("partner"));
    written(work);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path said = work.resolve("said");
    Process receiver =
        new ProcessBuilder("python3", "receive.py", Integer.toString(port))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try (PackagedService service =
        PackagedService.ready(
            Files.createDirectory(directory.resolve("service")),
            Map.of("GRAPPE_WEBHOOK_LOOPBACK", "true", "GRAPPE_WEBHOOK_PAUSE", "1s"))) {
      String key = service.secret("admin-key");
      String listed =
          run(
              work,
              "PAUSE=8 sh ask.sh %s %s http://127.0.0.1:%d/".formatted(service.api(), key, port));
      assertTrue(listed.contains("\"status\": \"ACTIVE\""), listed);
      assertTrue(listed.contains("[\"CHALLENGE\",\"DELIVERED\""), listed);
      String id =
          given()
              .header("Authorization", "Bearer " + key)
              .contentType("application/json")
              .body(Map.of("name", "Told", "kind", "COMPANY"))
              .post(service.api() + "/organisations")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      String told = "org.grappe.record.upserted ORGANISATION/" + id;
      for (int i = 0; i < 100 && !Files.readString(said).contains(told); i++) {
        Thread.sleep(100);
      }
      assertTrue(Files.readString(said).contains(told), Files.readString(said));
    } finally {
      receiver.destroyForcibly().waitFor();
    }
  }

  /** By what numbers say, however they are written. */
  private static void assertSame(Map<String, JsonNode> copy, Map<String, JsonNode> kept) {
    assertEquals(copy.keySet(), kept.keySet());
    copy.forEach(
        (id, record) ->
            assertTrue(
                record.equals(PartnersIT::compare, kept.get(id)),
                record + " is kept as " + kept.get(id)));
  }

  private static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.equals(other) ? 0 : 1;
  }

  /** Writes the followers as they stand there; answers all else that is to be typed. */
  private static String written(Path work) throws IOException {
    StringBuilder typed = new StringBuilder("set -e\n");
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/partners.md")));
    while (block.find()) {
      if (block.group(2) == null) {
        typed.append(block.group(3));
      } else {
        Files.writeString(work.resolve(block.group(2)), block.group(3));
      }
    }
    return typed.toString();
  }

  private static String run(Path work, String script) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), said);
    return said;
  }

  private static Map<String, JsonNode> copy(String lines) throws IOException {
    Map<String, JsonNode> copy = new TreeMap<>();
    for (String line : lines.lines().toList()) {
      JsonNode record = JSON.readTree(line);
      if (record.has("id")) {
        copy.put(record.get("id").asText(), record);
      }
    }
    return copy;
  }

  private static Map<String, JsonNode> kept(Path files) throws IOException {
    Map<String, JsonNode> kept = new TreeMap<>();
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".json")).toList()) {
        kept.put(file.getFileName().toString().replace(".json", ""), JSON.readTree(file.toFile()));
      }
    }
    return kept;
  }
}
