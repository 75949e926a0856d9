package org.grappe.subsidy;

import static org.grappe.subsidy.Lines.line;
import static org.grappe.subsidy.Lines.money;
import static org.grappe.subsidy.Lines.payment;
import static org.grappe.subsidy.Lines.step;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.database.Database;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is kept of a line from day to day is what its ledger says, in whatever way it is written.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SpansTest {
  /** What differs between that which is kept of all lines and that which they say. */
  private static final String DIFFERING =
      """
      with said as (
        select l.id, s.since, s.until, s.status, s.amount, s.reported, s.announced, s.budgeted,
          s.voted, s.agreed, s.paid, s.assigned, l.created_at, s.year, s.years
        from subsidy_lines l
        cross join lateral spans_of(subsidy_states(l.steps), l.payments, l.steps) s),
      kept as (
        select line, since, until, status, amount, reported, announced, budgeted, voted, agreed,
          paid, assigned, created_at, year, years
        from subsidy_spans),
      parts as (
        select p.* from subsidy_spans s join subsidy_lines l on l.id = s.line
        cross join lateral parts_of_span(s, l.fundings,
          subsidy_weights(l.fundings, l.amount, l.steps)) p
        where s.until = 'infinity')
      select 'a span too many: ' || x::text from (table kept except all table said) x
      union all
      select 'a span missing: ' || x::text from (table said except all table kept) x
      union all
      select 'a part too many: ' || x::text
      from (table subsidy_parts except all table parts) x
      union all
      select 'a part missing: ' || x::text
      from (table parts except all table subsidy_parts) x
      """;

  @Inject Database database;
  private String cluster;
  private String path;

  @BeforeEach
  void a_line_with_a_ledger() {
    cluster = make("/clusters", aCluster());
    Map<String, Object> body =
        line(cluster, 1000, step("REPORTED", "2014"), step("VOTED", "2015-06", 900));
    with(body, "fundings", List.of(Map.of("origin", "REGION", "share", 60)));
    path = "/subsidy-lines/" + make("/subsidy-lines", body);
    kept(3);
  }

  private List<String> differing() {
    return database.all(DIFFERING, row -> row.getString(1), List.of());
  }

  /** All that is kept is what all lines say; of this one it is so many spans. */
  private void kept(int spans) {
    assertEquals(List.of(), differing());
    UUID line = UUID.fromString(path.replaceFirst(".*/", ""));
    assertEquals(
        spans,
        database.all("select 1 from subsidy_spans where line = ?", row -> 1, List.of(line)).size());
  }

  private ValidatableResponse file(String funder, int lines) {
    StringBuilder file = new StringBuilder(Subsidies.HEADER);
    for (int n = 0; n < lines; n++) {
      file.append(Subsidies.line(funder, 70_000_000, n));
    }
    return admin()
        .contentType("text/csv")
        .body(file.toString().getBytes(StandardCharsets.UTF_8))
        .post("/subsidy-lines/scdl")
        .then();
  }

  @Test
  void each_way_in_which_a_line_is_written_keeps_what_it_says() {
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put(
        "POST /subsidy-lines",
        () -> make("/subsidy-lines", line(cluster, 3, step("VOTED", "2016"))));
    ways.put(
        "POST /subsidy-lines/scdl",
        () -> {
          String funder = Subsidies.siret(aSiren());
          file(funder, 20).statusCode(200).body("made", equalTo(20));
          file(funder, 25).statusCode(200).body("made", equalTo(5));
        });
    ways.put(
        "POST /subsidy-lines/{line}/steps",
        () -> post(path + "/steps", step("AGREED", "2016-03-01", 800)).statusCode(201));
    ways.put(
        "POST /subsidy-lines/{line}/payments",
        () -> post(path + "/payments", payment("2017-04-01", 300)).statusCode(201));
    ways.put("PATCH /subsidy-lines/{id}", this::changed);
    ways.put(
        "DELETE /subsidy-lines/{line}/payments/{id}",
        () -> delete(path + "/payments/" + get(path).extract().path("payments[0].id")));
    ways.put("DELETE /subsidy-lines/{id}", () -> delete(path).statusCode(204));
    assertEquals(
        OpenApi.served()
            .operations()
            .filter(one -> !one.method().equals("GET"))
            .map(one -> one.toString().replace("/api/v1", ""))
            .filter(one -> one.contains(" /subsidy-lines"))
            .collect(Collectors.toSet()),
        ways.keySet());
    ways.forEach(
        (way, write) -> {
          write.run();
          assertEquals(List.of(), differing(), way);
        });
  }

  private void changed() {
    patch(path, Map.of("amount", money(1200))).statusCode(200);
    String funder = make("/organisations", anOrganisation());
    patch(path, Map.of("fundings", List.of(Map.of("funder", funder, "share", 50)))).statusCode(200);
    patch(path, Map.of("fundings", List.of())).statusCode(200);
  }

  @Test
  void a_correction_and_a_cancellation_are_kept_and_what_is_refused_is_not() {
    String voted = get(path).extract().path("steps[1].id");
    post(path + "/steps", with(step("VOTED", "2015-09", 700), "corrects", voted)).statusCode(201);
    kept(4);
    post(path + "/payments", payment("2016-01-01", 5000)).statusCode(409);
    post(path + "/steps", step("VOTED", "2017", "-1")).statusCode(422);
    kept(4);
    post(path + "/steps", step("CANCELLED", "2018")).statusCode(201);
    kept(5);
  }

  @Test
  void a_line_that_is_assigned_to_the_heir_is_kept_so_and_its_merger_stays() {
    String other = make("/clusters", aCluster());
    String heir = make("/clusters", aCluster());
    String merger = make("/mergers", Map.of("parties", List.of(cluster, other), "result", heir));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    kept(3);
    post(path + "/steps", with(step("VOTED", "2018-06"), "assignedTo", heir)).statusCode(201);
    kept(4);
    get("/subsidy-lines?cluster={c}&status=VOTED", heir).body("items.size()", equalTo(1));
    post("/mergers/" + merger + "/reversal", Map.of("reason", "The wrong parties."));
    kept(4);
  }
}
