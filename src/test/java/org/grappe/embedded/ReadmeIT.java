package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's session, run by a shell as it is written there, but for the port. */
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final String END = "=== end of block ===";
  @TempDir Path directory;

  @Test
  void the_session_answers_what_the_readme_says() throws IOException, InterruptedException {
    try (PackagedService service = PackagedService.ready(directory)) {
      List<List<JsonNode>> answers = answers(session(service));

      assertEquals(List.of("digital-place", "frenchsouth-digital"), all(answers.get(0), "slug"));
      assertEquals(List.of("Daniel Benchimol"), all(answers.get(1), "person"));
      assertEquals(List.of("novae-lr"), all(answers.get(2), "slug"));
      assertEquals(0, answers.get(3).get(0).get("items").size());
      assertEquals(3, answers.get(3).get(1).get("items").size());
      for (JsonNode president : answers.get(4)) {
        assertEquals(1, president.get("items").size());
        assertEquals("Pierre Deniset", president.at("/items/0/person").asText());
      }
      assertTrue(answers.get(4).get(0).at("/items/0/provisional").asBoolean());
      assertEquals(false, answers.get(4).get(1).at("/items/0/provisional").asBoolean());
      assertEquals(3, answers.get(5).get(0).get("items").size());
      JsonNode figures = answers.get(6).get(0).get("items");
      assertEquals(4, figures.size());
      figures.forEach(figure -> assertTrue(figure.at("/sources/0/name").isTextual()));
      assertEquals("DigitalPlace", answers.get(7).get(0).at("/cluster/name").asText());
      assertEquals(412, answers.get(8).get(0).get("status").asInt());
      assertEquals("Toulouse", answers.get(8).get(1).get("city").asText());
      assertEquals("digital-place", answers.get(9).get(0).get("slug").asText());
      assertEquals(403, answers.get(9).get(1).get("status").asInt());
      JsonNode change = answers.get(9).get(2).at("/items/0");
      assertEquals("Secretary of DigitalPlace", change.at("/by/name").asText());
      assertEquals("/website", change.at("/changes/0/pointer").asText());
      assertEquals(4, answers.get(10).get(0).get("clusters").size());
      assertEquals("2015-02", answers.get(10).get(0).at("/mergers/0/effectiveOn").asText());
      assertEquals(List.of("2015", "2016", "2017"), all(answers.get(11), "edition"));
      assertEquals("2017-06-29", answers.get(11).get(1).at("/items/0/startsOn").asText());
      assertEquals("DigitalPlace", answers.get(12).get(0).get("X-WR-CALNAME").asText());
      money(answers.get(13));
      assertEquals(63, answers.get(14).get(0).get("made").asInt());
    }
  }

  /** What the README says of the 240,000 euros of 2015. */
  private static void money(List<JsonNode> answers) {
    JsonNode line = answers.get(0).at("/items/0");
    assertEquals("UP_TO", line.at("/steps/0/qualifier").asText());
    assertEquals(false, line.at("/fundings/1").has("funder"));
    JsonNode origins = answers.get(1).get("items");
    assertEquals("EUROPEAN", origins.at("/0/origin").asText());
    assertEquals(new BigDecimal("144000.0"), origins.at("/0/reported").decimalValue());
    assertEquals(new BigDecimal("96000.0"), origins.at("/1/reported").decimalValue());
    assertEquals(0, origins.at("/0/voted").asInt());
    assertEquals(1, answers.get(2).at("/items/0/linesWithoutAmount").asInt());
  }

  private static List<String> all(List<JsonNode> answer, String field) {
    return StreamSupport.stream(answer.get(0).get("items").spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }

  /** The first request and those of the session, in one shell, so that its variables last. */
  private String session(PackagedService service) throws IOException, InterruptedException {
    String readme = Files.readString(Path.of("README.md"));
    Files.createSymbolicLink(directory.resolve("src"), Path.of("src").toAbsolutePath());
    String session = readme.substring(0, readme.indexOf("## With a PostgreSQL of your own"));
    StringBuilder script = new StringBuilder();
    Matcher block = BLOCK.matcher(session);
    while (block.find()) {
      if (block.group(1).contains("curl")) {
        script.append(block.group(1)).append("\necho '").append(END).append("'\n");
      }
    }
    String address = URI.create(service.api()).getAuthority();
    Process shell =
        new ProcessBuilder("bash", "-c", script.toString().replace("localhost:8080", address))
            .directory(directory.toFile())
            .redirectError(directory.resolve("curl.log").toFile())
            .start();
    String output =
        new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    shell.waitFor();
    return output;
  }

  private static List<List<JsonNode>> answers(String output) throws IOException {
    List<List<JsonNode>> answers = new ArrayList<>();
    for (String block : output.split(END)) {
      answers.add(
          block.strip().startsWith("BEGIN:")
              ? List.of(properties(block))
              : new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(block).readAll());
    }
    return answers;
  }

  /** The properties of a calendar, of which the last of a name counts. */
  private static JsonNode properties(String calendar) {
    ObjectNode properties = new ObjectMapper().createObjectNode();
    calendar
        .lines()
        .filter(line -> line.contains(":"))
        .forEach(line -> properties.put(line.split(":")[0], line.split(":", 2)[1]));
    return properties;
  }
}
