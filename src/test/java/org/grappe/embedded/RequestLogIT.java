package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line of the log for each request, which tells who did what and nothing that must not be told.
 */
class RequestLogIT {
  private static final String KEY = "grp_" + "A".repeat(48);
  @TempDir Path directory;
  private PackagedService service;

  @AfterEach
  void stop() {
    service.close();
  }

  private List<String> lines(String text) throws Exception {
    List<String> found = List.of();
    for (int i = 0; i < 100 && found.isEmpty(); i++) {
      Thread.sleep(50);
      found = service.output().lines().filter(line -> line.contains(text)).toList();
    }
    return found;
  }

  /** Sends a head as it stands: no client would. */
  private void sendRaw(String head) throws IOException {
    URI api = URI.create(service.api());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void on_demand_it_is_one_json_object_a_request() throws Exception {
    service = PackagedService.ready(directory, Map.of("GRAPPE_LOG_JSON", "true"));
    String id =
        given()
            .header("Authorization", "Bearer " + service.secret("admin-key"))
            .get(service.api() + "/mandates?person=Alain%20Molini%C3%A9")
            .getHeader("X-Request-Id");
    List<String> about = lines(id);
    assertThat(about, hasSize(1));
    JsonNode line = new ObjectMapper().readTree(about.get(0));
    assertThat(line.at("/level").asText(), equalTo("INFO"));
    assertThat(line.at("/mdc/method").asText(), equalTo("GET"));
    assertThat(line.at("/mdc/path").asText(), equalTo("/api/v1/mandates"));
    assertThat(line.at("/mdc/status").asText(), equalTo("200"));
    assertThat(line.at("/mdc/caller").asText(), equalTo("ADMIN_KEY"));
    assertThat(service.output(), not(containsString("Molini")));
    assertThat(service.output(), not(containsString(service.secret("admin-key"))));
  }

  @Test
  void refusals_are_told_with_who_and_what_but_without_the_key() throws Exception {
    service = PackagedService.ready(directory);
    String refused =
        given()
            .header("Authorization", "Bearer " + KEY)
            .get(service.api() + "/regions")
            .getHeader("X-Request-Id");
    assertThat(lines(refused).get(0), containsString("WARN"));
    assertThat(
        lines(refused).get(0), containsString("GET /api/v1/regions 401 credential.mistyped"));
    String missed = given().get(service.api() + "/clusters/" + KEY).getHeader("X-Request-Id");
    assertThat(lines(missed), hasSize(1));
    assertThat(lines(missed).get(0), containsString("GET /api/v1/clusters/{cluster} 400"));
    assertThat(service.output(), not(containsString("AAAA")));
  }

  @Test
  void no_input_makes_a_line_of_its_own() throws Exception {
    service = PackagedService.ready(directory);
    given().urlEncodingEnabled(false).get(service.api() + "/clusters/a%0d%0aforged%20line");
    sendRaw(
        String.join(
            "\r\n",
            "GET /api/v1/clusters/b\u0085forged\u2028line HTTP/1.1",
            "Host: localhost",
            "X-Forwarded-For: 1",
            " forged",
            "Connection: close",
            "",
            ""));
    lines("forged");
    Stream<String> forged = service.output().lines().filter(line -> line.startsWith("forged"));
    assertThat(forged.toList(), hasSize(0));
  }
}
