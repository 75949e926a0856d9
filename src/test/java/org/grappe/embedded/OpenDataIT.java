package org.grappe.embedded;

import static org.grappe.embedded.LongFile.SMALL;
import static org.grappe.embedded.LongFile.ended;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.grappe.testing.Subsidies;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Long files of subsidies go in and out of a service with a heap of 256 MiB. {@code
 * -Dscdl.lines=1000000} has it take the million that it is built for.
 */
@Thorough
class OpenDataIT {
  private static final int LINES = Integer.getInteger("scdl.lines", 20_000);
  private static final String FUNDER = Subsidies.siret(Subsidies.siren(77_777_777));
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path directory;

  private LongFile file() throws IOException {
    return new LongFile(
        directory,
        "/subsidy-lines/scdl",
        Subsidies.HEADER,
        LINES,
        n -> Subsidies.line(FUNDER, 10_000_000, n));
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
    LongFile file = file();
    try (PackagedService service = PackagedService.ready(directory, SMALL)) {
      assertEquals(LINES, file.imported(service).getInt("made"));
      List<BigDecimal> amounts = exported(service);
      assertEquals(LINES, amounts.size());
      assertEquals(Subsidies.sum(LINES), amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  @Test
  void an_import_that_is_killed_has_failed_and_made_nothing() throws Exception {
    LongFile file = file();
    String path = file.killedOnTheWay(PackagedService.ready(directory, SMALL));
    try (PackagedService again = PackagedService.ready(directory, SMALL)) {
      assertEquals("FAILED", ended(again, path).getString("status"));
      assertEquals(List.of(), exported(again));
      file.imported(again);
    }
  }
}
