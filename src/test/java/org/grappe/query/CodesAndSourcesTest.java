package org.grappe.query;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.Test;

/** What names a region or a source is taken, or refused, alike wherever it narrows something. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CodesAndSourcesTest {
  @Test
  void a_region_is_named_by_what_may_be_a_code() {
    List<String> surprises = new ArrayList<>();
    int addresses = 0;
    for (Operation operation : OpenApi.served().operations().toList()) {
      if (operation.method().equals("GET") && takes(operation, "region")) {
        addresses++;
        String address = new Scene().address(operation) + "?region=";
        for (Map.Entry<String, Boolean> code :
            Map.of("Occitanie", false, "%21%21", false, "0760", false, "zz9", true, "76", true)
                .entrySet()) {
          int status = Wire.call("GET", address + code.getKey()).bearer(Api.ADMIN_KEY).status();
          if ((status == 200) != code.getValue() || (status != 200 && status != 400)) {
            surprises.add(address + code.getKey() + ": " + status);
          }
        }
      }
    }
    assertEquals(List.of(), surprises);
    assertTrue(addresses > 15, addresses + " addresses");
  }

  private static boolean takes(Operation operation, String parameter) {
    return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
        .anyMatch(one -> one.path("name").asText().equals(parameter));
  }

  @Test
  void the_steps_of_a_merger_and_the_parts_of_a_line_are_found_by_what_they_cite() {
    String cluster = make("/clusters", aCluster());
    String cited = make("/sources", aSource());
    String merger =
        make(
            "/mergers",
            Map.of("parties", List.of(cluster, make("/clusters", aCluster())), "result", cluster));
    post(
            "/mergers/" + merger + "/postponement",
            Map.of("on", "2017-01", "plannedFor", "2018", "sources", List.of(cited)))
        .statusCode(200);
    String line =
        make(
            "/subsidy-lines",
            Map.of(
                "beneficiary",
                cluster,
                "purpose",
                "a purpose",
                "amount",
                Map.of("amount", 100),
                "steps",
                List.of(
                    Map.of("status", "VOTED", "on", "2016"),
                    Map.of("status", "AGREED", "on", "2017", "sources", List.of(cited)))));
    post(
            "/subsidy-lines/" + line + "/payments",
            Map.of("on", "2017-01-01", "amount", Map.of("amount", 10), "sources", List.of(cited)))
        .statusCode(201);
    for (String parts :
        List.of(
            "/mergers/" + merger + "/steps",
            "/subsidy-lines/" + line + "/steps",
            "/subsidy-lines/" + line + "/payments")) {
      get(parts + "?source=" + cited + "&count=true")
          .body("items.sources.id", contains(List.of(cited)));
      get(parts + "?source=" + make("/sources", aSource())).body("items", empty());
    }
  }
}
