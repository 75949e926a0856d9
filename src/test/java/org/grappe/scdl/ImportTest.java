package org.grappe.scdl;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.database.Database;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.grappe.testing.Table;
import org.junit.jupiter.api.Test;

/** A file over 1 MiB is taken up after its request was answered. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class ImportTest {
  private static final int LINES = 8_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final String funder = Subsidies.siret(aSiren());
  private final int first = ThreadLocalRandom.current().nextInt(90_000_000);
  @Inject Database database;

  private String file(int lines) {
    StringBuilder file = new StringBuilder(Subsidies.HEADER);
    for (int n = 0; n < lines; n++) {
      file.append(Subsidies.line(funder, first, n));
    }
    return file.toString();
  }

  private static ValidatableResponse send(RequestSpecification caller, String file, String query) {
    return caller
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/subsidy-lines/scdl" + query)
        .then();
  }

  /** The path of an import that has begun, or waits. */
  private static String begun(RequestSpecification caller, String file, String query) {
    ValidatableResponse answer = send(caller, file, query).statusCode(202);
    String location = answer.extract().header("Location");
    answer.body("id", equalTo(location.replaceFirst(".*/", "")));
    return location.replaceFirst(".*/api/v1", "");
  }

  private static ValidatableResponse ended(RequestSpecification caller, String path)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      String status = caller.get(path).then().statusCode(200).extract().path("status");
      if (!List.of("WAITING", "RUNNING").contains(status)) {
        return caller.get(path).then();
      }
      assertTrue(Instant.now().isBefore(end), status);
      Thread.sleep(100);
    }
  }

  private void lines(int count) {
    List<String> funders =
        get("/organisations?siren=" + funder.substring(0, 9)).extract().path("items.id");
    int found =
        funders.isEmpty()
            ? 0
            : get("/subsidy-lines?limit=1&count=true&funder=" + funders.get(0))
                .extract()
                .path("total");
    assertEquals(count, found);
  }

  @Test
  void a_long_file_is_taken_up_and_comes_out_with_the_same_sum() throws Exception {
    String file = file(LINES);
    String key = unique("key");
    String path = begun(admin().header("Idempotency-Key", key), file, "");
    assertEquals(path, begun(admin().header("Idempotency-Key", key), file, ""));
    ended(admin(), path)
        .body("status", equalTo("COMPLETED"))
        .body("lines", equalTo(LINES))
        .body("made", equalTo(LINES))
        .body("leftOut", equalTo(0))
        .body("startedAt", notNullValue())
        .body("endedAt", notNullValue())
        .body("report.made", equalTo(LINES))
        .body("report.beneficiaries", equalTo(5_000))
        .body("report.faults", hasSize(0));
    String organisation =
        get("/organisations?siren=" + funder.substring(0, 9)).extract().path("items[0].id");
    byte[] exported = anyone().get("/subsidy-lines/scdl?funder=" + organisation).asByteArray();
    List<Table.Line> rows = Table.read(exported).lines();
    assertEquals(LINES, rows.size());
    assertEquals(
        Subsidies.sum(LINES),
        rows.stream()
            .map(row -> new BigDecimal(row.cells().get("montant")))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    ended(admin(), begun(admin(), file, ""))
        .body("status", equalTo("COMPLETED"))
        .body("made", equalTo(0))
        .body("report.unchanged", equalTo(LINES));
    ended(admin(), begun(admin(), new String(exported, StandardCharsets.UTF_8), ""))
        .body("report.unchanged", equalTo(LINES));
    lines(LINES);
    admin().post(path + "/cancellation").then().statusCode(409);
  }

  @Test
  void an_import_ended_when_it_was_over_and_not_when_it_began() throws Exception {
    String path = begun(admin(), file(LINES), "?dryRun=true");
    Instant seen = Instant.EPOCH;
    var state = admin().get(path).then().extract();
    while (!state.path("status").equals("COMPLETED")) {
      seen = state.path("startedAt") == null ? seen : Instant.now();
      Thread.sleep(20);
      state = admin().get(path).then().extract();
    }
    Instant ended = Instant.parse(state.path("endedAt"));
    assertTrue(seen.isAfter(Instant.EPOCH), "it was over too soon to tell");
    // the last look was answered before the end, or while that was being written
    assertTrue(ended.isAfter(seen.minusMillis(500)), ended + " is before " + seen);
    assertTrue(ended.isAfter(Instant.parse(state.path("startedAt"))));
  }

  @Test
  void a_file_with_a_line_that_cannot_be_taken_makes_nothing_unless_the_good_ones_are_asked_for()
      throws Exception {
    String file = file(LINES) + "A,B,C,,,,,,,,,,,,,\r\n";
    ended(admin(), begun(admin(), file, "?dryRun=true"))
        .body("status", equalTo("COMPLETED"))
        .body("dryRun", equalTo(true))
        .body("report.made", equalTo(LINES))
        .body("report.leftOut", equalTo(1));
    lines(0);
    ended(admin(), begun(admin(), file, ""))
        .body("status", equalTo("REFUSED"))
        .body("problem", equalTo("/problems/import-refused"))
        .body("detail", containsString("1"))
        .body("made", equalTo(0))
        .body("report.made", equalTo(0))
        .body("report.leftOut", equalTo(1))
        .body("report.faults.findAll { it.blocking }.line.unique()", equalTo(List.of(LINES + 2)));
    lines(0);
    ended(admin(), begun(admin(), file, "?partial=true"))
        .body("status", equalTo("COMPLETED"))
        .body("made", equalTo(LINES))
        .body("leftOut", equalTo(1));
    lines(LINES);
  }

  @Test
  void a_cancelled_import_leaves_nothing_and_is_cancelled_once() throws Exception {
    String before = begun(admin(), file(LINES), "?dryRun=true");
    String path = begun(admin(), file(LINES), "");
    admin()
        .post(path + "/cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"));
    admin()
        .post(path + "/cancellation")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"));
    ended(admin(), before);
    ended(admin(), path).body("status", equalTo("CANCELLED")).body("report", nullValue());
    // whoever comes next is not held up
    ended(admin(), begun(admin(), file(LINES), "?dryRun=true"))
        .body("status", equalTo("COMPLETED"));
    lines(0);
  }

  @Test
  void one_that_is_under_way_can_be_cancelled() throws Exception {
    String path = begun(admin(), file(3 * LINES), "");
    Instant end = Instant.now().plus(PATIENCE);
    while (admin().get(path).then().extract().<Integer>path("made") == 0) {
      assertTrue(Instant.now().isBefore(end));
      Thread.sleep(20);
    }
    admin().post(path + "/cancellation").then().statusCode(200);
    Thread.sleep(1000);
    lines(0);
  }

  @Test
  void who_asked_for_it_and_administrators_see_an_import_and_nobody_else() throws Exception {
    String editor = aKey("EDITOR", make("/clusters", aCluster()));
    String path = begun(bearer(editor), file(LINES), "");
    ended(bearer(editor), path)
        .body("status", equalTo("FAILED"))
        .body("problem", equalTo("/problems/forbidden"))
        .body("detail", notNullValue())
        .body("endedAt", notNullValue())
        .body("report", nullValue());
    lines(0);
    admin().get(path).then().statusCode(200);
    bearer(aKey("EDITOR", make("/clusters", aCluster()))).get(path).then().statusCode(404);
    bearer(aKey("PARTNER")).get(path).then().statusCode(403);
    anyone().get(path).then().statusCode(401);
    admin().get("/imports/none").then().statusCode(400);
    admin().get("/imports/018f0000-0000-7000-8000-000000000000").then().statusCode(404);
    admin()
        .post("/imports/018f0000-0000-7000-8000-000000000000/cancellation")
        .then()
        .statusCode(404);
  }

  @Test
  void one_at_which_nobody_is_any_more_has_failed() {
    String id = java.util.UUID.randomUUID().toString();
    database.change(
        """
        insert into imports (id, created_at, author, dry_run, partial, bytes, started_at, seen_at)
        values (?::uuid, now(), 'x', false, false, 2000000, now(), now() - interval '20 seconds')""",
        id);
    admin()
        .get("/imports/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("FAILED"))
        .body("endedAt", notNullValue())
        .body("problem", equalTo("/problems/unavailable"))
        .body("detail", startsWith("The service stopped"));
    admin()
        .header("Accept-Language", "fr")
        .get("/imports/" + id)
        .then()
        .body("detail", startsWith("Le service s'est arrêté"));
    admin().post("/imports/" + id + "/cancellation").then().statusCode(409);
  }

  @Test
  void a_name_is_erased_from_reports_too() throws Exception {
    String person = "Zoé Rapportée" + Long.toString(System.nanoTime(), 36);
    String bad = "X,,2017-01-01,," + person + ",7E+13,,,,,,,,,,\r\n";
    String path = begun(admin(), file(LINES) + bad.replace("7E+13", person), "?dryRun=true");
    assertTrue(ended(admin(), path).extract().asString().contains(person));
    post("/people/erasure", Map.of("person", person)).statusCode(200);
    assertFalse(admin().get(path).asString().contains(person));
    admin().get(path).then().body("report.leftOut", equalTo(1));
  }
}
