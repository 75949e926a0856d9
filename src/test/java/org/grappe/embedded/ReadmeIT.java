package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
    }
  }

  private static List<String> all(List<JsonNode> answer, String field) {
    return StreamSupport.stream(answer.get(0).get("items").spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }

  /** The first request and those of the session, in one shell, so that its variables last. */
  private String session(PackagedService service) throws IOException, InterruptedException {
    String readme = Files.readString(Path.of("README.md"));
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
          new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(block).readAll());
    }
    return answers;
  }
}
