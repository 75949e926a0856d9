package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guides tell people to type, typed. Partners' has a test of its own. */
class GuidesIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  /** What is seen there, guide by guide. */
  private static final Map<String, List<String>> SAID =
      Map.of(
          "front-end",
          List.of(
              "frenchsouth-digital\tACTIVE",
              "\"read\": \"2014-11-19\"",
              "304",
              "\"parameter\": \"limit\""),
          "secretary",
          List.of(
              "\"made\": 2",
              "\"unchanged\": 2",
              "\"line\":4",
              "\"status\": \"ENDED\"",
              "Petit-déj"),
          "operator",
          List.of("UP", "\"version\"", "request ", "\"role\": \"EDITOR\"", "401", "{\"end\":"));

  @TempDir Path directory;

  @Test
  void every_command_of_the_guides_does_what_it_says() throws Exception {
    try (PackagedService service =
        PackagedService.ready(Files.createDirectory(directory.resolve("service")))) {
      String admin = service.secret("admin-key");
      String editor =
          given()
              .header("Authorization", "Bearer " + admin)
              .contentType("application/json")
              .body(
                  Map.of(
                      "name",
                      "A secretary",
                      "role",
                      "EDITOR",
                      "clusters",
                      List.of("digital-place")))
              .post(service.api() + "/credentials")
              .path("secret");
      List<String> guides = new ArrayList<>();
      try (Stream<Path> written = Files.list(Path.of("docs/guides"))) {
        for (Path guide : written.sorted().toList()) {
          String name = guide.getFileName().toString().replace(".md", "");
          guides.add(name);
          String said = run(service, name, name.equals("operator") ? admin : editor);
          SAID.get(name).forEach(part -> assertTrue(said.contains(part), part + " in " + said));
        }
      }
      assertEquals(SAID.keySet(), java.util.Set.copyOf(guides));
    }
  }

  private String run(PackagedService service, String name, String key) throws Exception {
    String typed =
        BLOCK
            .matcher(Files.readString(Path.of("docs/guides/" + name + ".md")))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining())
            .replace("http://localhost:8080/api/v1", service.api())
            .replace("http://localhost:8080", service.api().replace("/api/v1", ""))
            .replace("http://localhost:9000", service.management());
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", "set -eo pipefail\n" + typed)
            .directory(Files.createDirectory(directory.resolve(name)).toFile())
            .redirectErrorStream(true);
    shell.environment().put("KEY", key);
    Process typing = shell.start();
    String said = read(typing);
    assertEquals(0, typing.waitFor(), name + ": " + said);
    return said;
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
