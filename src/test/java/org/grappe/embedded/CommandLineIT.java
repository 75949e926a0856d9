package org.grappe.embedded;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.grappe.testing.Effort;
import org.grappe.testing.OpenApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What docs/command-line.md tells secretaries and operators to type, typed in a shell. */
@DisabledOnOs(OS.WINDOWS)
class CommandLineIT {
  private static final Pattern BLOCK = Pattern.compile("```sh( \\S+)?\n(.*?)```", Pattern.DOTALL);
  @TempDir Path directory;

  @Test
  void commands_do_as_is_written_and_what_was_backed_up_is_there_again() throws Exception {
    List<String> before;
    String place;
    try (PackagedService service = PackagedService.ready(directory)) {
      Instances instance = new Instances(List.of(service.api()), service.secret("admin-key"));
      Map<String, String> environment = Map.of("GRAPPE_URL", service.api());
      String told = typed(environment, written(false));
      assertTrue(told.contains("written: 1, left out: 0"), told);
      assertFalse(told.contains(service.secret("admin-key")), told);
      assertTrue(told.contains("This version can restore it."), told);
      nobodyReads(environment);
      nobodyCouldRestore(Psql.as("grappe", service));
      anotherDirectory(service);
      before = RandomFollower.lines(instance.text("/export"));
      place = OpenApi.json(instance.text("/changes?after=now")).path("nextCursor").asText();
      instance.make("/organisations", "{\"name\": \"Lost again\", \"kind\": \"COMPANY\"}");
      assertTrue(
          typed(Map.of(), "grappe restore backup.zip --replace --yes || echo code $?")
              .contains("code 3"));
    }
    String told = typed(Map.of(), "grappe restore backup.zip || echo code $?");
    assertTrue(told.contains("--replace") && told.contains("code 1"), told);
    typed(Map.of(), written(true));
    told = typed(Map.of("QUARKUS_HTTP_PORT", "1"), "grappe doctor");
    assertTrue(told.contains("ok  migrations") && told.contains("Wrong: 0"), told);
    told =
        typed(
            Map.of("GRAPPE_CONTACT", "x", "GRAPPE_ADMIN_KEY", "y", "QUARKUS_HTTP_PORT", "1"),
            "grappe doctor || true");
    assertTrue(told.contains("GRAPPE_CONTACT") && told.contains("GRAPPE_ADMIN_KEY"), told);
    assertTrue(told.contains("ok  migrations") && told.contains("Wrong: 2"), told);
    if (Effort.of(1, 0) > 0) {
      intoAnother();
    }
    try (PackagedService service = PackagedService.ready(directory)) {
      Instances instance = new Instances(List.of(service.api()), service.secret("admin-key"));
      assertEquals(before, RandomFollower.lines(instance.text("/export")));
      assertEquals(410, instance.status("/changes?after=" + place));
      instance.make("/organisations", "{\"name\": \"Written again\", \"kind\": \"COMPANY\"}");
    }
  }

  /** A reader that has gone is no fault, a disk that is full is one. */
  private void nobodyReads(Map<String, String> environment) throws Exception {
    String told =
        typed(
            environment, "set -o pipefail; grappe export 2> told | true || echo code $?; cat told");
    assertEquals("code 141\n", told);
    told = typed(environment, "grappe export clusters > /dev/full || echo code $?");
    assertTrue(told.contains("Nobody takes") && told.contains("code 4"), told);
  }

  /** Tables that another version made are not written into a file that is of no use. */
  private void nobodyCouldRestore(Psql database) throws Exception {
    String last =
        "update flyway_schema_history set success = %s where installed_rank = (select max(installed_rank)"
            + " from flyway_schema_history where version is not null) returning version";
    database.answer(last.formatted(false));
    String told = typed(Map.of(), "grappe backup older.zip || echo code $?; ls");
    database.answer(last.formatted(true));
    assertTrue(told.contains("Start this version once") && told.contains("code 1"), told);
    assertFalse(told.contains("\nolder.zip"), told);
  }

  /** What answers is not what the configured directory holds. */
  private void anotherDirectory(PackagedService service) throws Exception {
    String port = String.valueOf(URI.create(service.api()).getPort());
    String told =
        typed(
            Map.of("GRAPPE_DATA_DIR", "other", "QUARKUS_HTTP_PORT", port),
            "grappe doctor || echo code $?");
    assertTrue(told.contains("does not run on") && told.contains("code 1"), told);
    told = typed(Map.of("QUARKUS_HTTP_PORT", port), "grappe doctor");
    assertFalse(told.contains("does not run on"), told);
    assertTrue(told.contains("ok  registry"), told);
    anotherDatabase(port);
  }

  /** What answers is not what the configured database holds, be it a copy of the same. */
  private void anotherDatabase(String port) throws Exception {
    try (OwnDatabase external = OwnDatabase.started()) {
      Map<String, String> environment = new HashMap<>(at(external));
      environment.put("QUARKUS_HTTP_PORT", port);
      String empty = typed(environment, "grappe doctor");
      assertTrue(empty.contains("does not work on the database"), empty);
      typed(environment, "grappe restore backup.zip");
      String copy = typed(environment, "LC_ALL=fr_FR.UTF-8 grappe doctor");
      assertTrue(copy.contains("ne travaille pas sur la base"), copy);
    }
  }

  private static Map<String, String> at(OwnDatabase external) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", external.url(),
        "QUARKUS_DATASOURCE_USERNAME", "postgres",
        "QUARKUS_DATASOURCE_PASSWORD", "postgres");
  }

  /** A database of another server has the same rows, told by another backup. */
  private void intoAnother() throws Exception {
    try (OwnDatabase external = OwnDatabase.started()) {
      typed(at(external), "grappe restore backup.zip; grappe backup another.zip");
      assertEquals(tables("backup.zip"), tables("another.zip"));
    }
  }

  /** Rows and hashes of all but the one row whose epoch a restore raises. */
  private Map<String, JsonNode> tables(String backup) throws IOException {
    Map<String, JsonNode> tables = new HashMap<>();
    try (ZipFile zip = new ZipFile(directory.resolve(backup).toFile());
        InputStream manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
      for (JsonNode table :
          OpenApi.json(new String(manifest.readAllBytes(), StandardCharsets.UTF_8))
              .path("tables")) {
        tables.put(table.path("name").asText(), table);
      }
    }
    tables.remove("head");
    assertTrue(tables.size() > 40);
    return tables;
  }

  /** What is to be typed while a service runs, or while none does. */
  private static String written(boolean named) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("docs/command-line.md")))
        .results()
        .filter(block -> (block.group(1) != null) == named)
        .map(block -> block.group(2))
        .collect(joining());
  }

  private String typed(Map<String, String> environment, String script) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String grappe =
        "set -e\ngrappe() { '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '%s' \"$@\"; }\n"
            .formatted(java, Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath());
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", grappe + script)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    Map<String, String> all = shell.environment();
    all.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("GRAPPE_"));
    all.put("LC_ALL", "C.UTF-8");
    all.putAll(environment);
    Process running = shell.start();
    running.getOutputStream().close();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, running.waitFor(), said);
    return said;
  }
}
