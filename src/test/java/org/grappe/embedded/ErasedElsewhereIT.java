package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi;
import org.grappe.testing.SlowReader;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one instance takes out no other instance goes on telling. */
@Thorough
class ErasedElsewhereIT {
  private static final String MANY =
      "insert into organisations (id, name, kind) select gen_random_uuid(), repeat(md5(i::text), 5),"
          + " 'COMPANY' from generate_series(1, 60000) i";
  private static final String PERSON = "Zebulon Utrakwist";

  @TempDir Path directory;

  @Test
  void a_download_from_another_instance_breaks_off_and_nothing_has_the_name() throws Exception {
    try (OwnDatabase database = OwnDatabase.started();
        PackagedService one = database.service(directory.resolve("one"), Map.of());
        PackagedService two = database.service(directory.resolve("two"), Map.of())) {
      Instances first = new Instances(List.of(one.api()), OwnDatabase.KEY);
      Instances second = new Instances(List.of(two.api()), OwnDatabase.KEY);
      String cluster =
          first.make("/clusters", "{\"slug\":\"cluster-c\",\"name\":\"C\",\"region\":\"76\"}");
      String mandate =
          first.make(
              "/clusters/" + cluster + "/mandates",
              "{\"role\":\"PRESIDENT\",\"from\":\"2020\",\"person\":\"" + PERSON + "\"}");
      database.run("set session_replication_role = replica; " + MANY);
      String place = OpenApi.json(second.text("/changes?after=now")).path("nextCursor").asText();
      assertTrue(second.text("/export").contains(PERSON));
      assertTrue(second.text("/clusters/cluster-c/mandates").contains(PERSON));
      assertTrue(second.text("/mandates.csv").contains(PERSON));
      RestAssured.port = URI.create(two.api()).getPort();
      try (SlowReader download = new SlowReader("/api/v1/export")) {
        assertEquals(200, download.status());
        HttpResponse<String> erased =
            first.ask(
                "POST", "/people/erasure", "application/json", "{\"person\": \"" + PERSON + "\"}");
        assertEquals(200, erased.statusCode(), erased.body());
        Thread.sleep(1_000);
        assertTrue(download.rest() < download.length(), "it ends before its end");
      }
      for (String path :
          List.of(
              "/export",
              "/clusters/cluster-c/mandates",
              "/mandates.csv",
              "/changes?embed=record&limit=200",
              "/changes?embed=record&after=" + place)) {
        assertFalse(second.text(path).contains(PERSON), path);
        assertFalse(first.text(path).contains(PERSON), path);
      }
      String told = second.text("/changes?after=" + place);
      assertEquals(mandate, OpenApi.json(told).at("/items/0/id").asText());
      assertTrue(OpenApi.json(told).at("/items/0/erased").asBoolean());
    }
  }
}
