package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Long files of subsidies go in and out of a service with a heap of 256 MiB. {@code
 * -Dscdl.lines=1000000} has it take the million that it is built for.
 */
class OpenDataIT {
  private static final int LINES = Integer.getInteger("scdl.lines", 20_000);
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final Map<String, String> SMALL = Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m");
  private static final String FUNDER = Subsidies.siret(Subsidies.siren(77_777_777));
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path directory;

  private Path file() throws IOException {
    Path file = directory.resolve("subsidies.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(Subsidies.HEADER);
      for (int n = 0; n < LINES; n++) {
        out.write(Subsidies.line(FUNDER, 10_000_000, n));
      }
    }
    return file;
  }

  /** The address of the import. */
  private String send(PackagedService service, Path file) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.api() + "/subsidy-lines/scdl"))
            .header("Authorization", "Bearer " + service.secret("admin-key"))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
    return "/imports/" + JsonPath.from(answer.body()).getString("id");
  }

  private static JsonPath told(PackagedService service, String path) throws Exception {
    return given()
        .header("Authorization", "Bearer " + service.secret("admin-key"))
        .get(service.api() + path)
        .jsonPath();
  }

  private static JsonPath ended(PackagedService service, String path) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath told = told(service, path);
    while (List.of("WAITING", "RUNNING").contains(told.getString("status"))) {
      assertTrue(Instant.now().isBefore(end), told.prettify());
      Thread.sleep(200);
      told = told(service, path);
    }
    return told;
  }

  private List<BigDecimal> exported(PackagedService service) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.api() + "/subsidy-lines/scdl")).build();
    InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      return rows.stream().map(row -> new BigDecimal(row.getField("montant"))).toList();
    }
  }

  @Test
  void what_goes_in_comes_out_with_the_same_sum() throws Exception {
    Path file = file();
    try (PackagedService service = PackagedService.in(directory, SMALL).ready()) {
      JsonPath told = ended(service, send(service, file));
      assertEquals("COMPLETED", told.getString("status"), told.prettify());
      assertEquals(LINES, told.getInt("made"));
      List<BigDecimal> amounts = exported(service);
      assertEquals(LINES, amounts.size());
      assertEquals(Subsidies.sum(LINES), amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  @Test
  void an_import_that_is_killed_has_failed_and_made_nothing() throws Exception {
    Path file = file();
    String path;
    PackagedService service = PackagedService.in(directory, SMALL).ready();
    path = send(service, file);
    Instant end = Instant.now().plus(PATIENCE);
    while (told(service, path).getInt("made") == 0) {
      assertTrue(Instant.now().isBefore(end));
      Thread.sleep(20);
    }
    service.killed();
    try (PackagedService again = PackagedService.in(directory, SMALL).ready()) {
      assertEquals("FAILED", ended(again, path).getString("status"));
      assertEquals(List.of(), exported(again));
      assertEquals("COMPLETED", ended(again, send(again, file)).getString("status"));
    }
  }
}
