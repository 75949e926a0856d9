package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Money stays with who had it, and a line can be assigned to a result. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssignedLinesTest {
  private static final Map<String, Object> DAY =
      Map.of("effectiveOn", "2019-01-01", "withoutBallots", true, "reason", "a test");

  private String source;
  private String north;
  private String division;
  private Map<String, Object> line;

  @BeforeEach
  void a_cluster_that_comes_apart() {
    source = founded();
    north = make("/clusters", with(aCluster(), "announcedOn", "2018"));
    Map<String, Object> split = new HashMap<>();
    with(split, "cluster", source, "kind", "SPLIT", "results", List.of(north));
    split.put("assignments", List.of(Map.of("rest", true, "to", north)));
    division = "/divisions/" + make("/divisions", split);
    line = new HashMap<>();
    with(line, "beneficiary", Map.of("cluster", source), "purpose", "Salon");
    with(line, "amount", Map.of("amount", 1000), "steps", List.of(step("VOTED", "2018-02-01")));
  }

  private static Map<String, Object> step(String status, String on) {
    return with(new HashMap<>(), "status", status, "on", on);
  }

  private static ValidatableResponse assign(String path, String heir) {
    Map<String, Object> body = new HashMap<>();
    body.put("assignedTo", heir);
    return admin()
        .contentType("application/merge-patch+json")
        .header("If-Match", get(path).extract().header("ETag"))
        .body(body)
        .patch(path)
        .then();
  }

  @Test
  void a_line_is_assigned_once_the_division_is_in_effect_and_taken_back_by_nobody() {
    String path = "/subsidy-lines/" + make("/subsidy-lines", line);
    assign(path, north).statusCode(422).body("errors.pointer", contains("/assignedTo"));
    assign(path, "no-such-cluster").statusCode(422);
    post(division + "/completion", DAY).statusCode(200);
    assign(path, north)
        .statusCode(200)
        .body("assignedTo.id", equalTo(north))
        .body("beneficiary.cluster.id", equalTo(source))
        .body("steps.status", contains("VOTED", "VOTED"))
        .body("amount.amount", equalTo(1000.00f));
    get("/subsidy-lines?cluster=" + north).body("items", hasSize(1));
    get("/subsidy-lines?cluster=" + source).body("items", hasSize(0));
    get("/subsidy-lines?on=2019-06-01&cluster=" + source).body("items", hasSize(1));
    get("/subsidy-lines/summary?cluster=" + north).body("items[0].voted", equalTo(1000.00f));
    get("/subsidy-lines/summary?by=year&cluster=" + north)
        .body("items.find { it.voted > 0 }.year", equalTo(2018));
    admin().get(path + "/history").then().body("items", hasSize(2));
    String etag = get(path).extract().header("ETag");
    assign(path, north).statusCode(200).header("ETag", etag);
    assign(path, null)
        .statusCode(200)
        .body("assignedTo", nullValue())
        .body("steps.size()", equalTo(3));
    get("/subsidy-lines?cluster=" + source).body("items", hasSize(1));
    get("/subsidy-lines/summary?by=year&cluster=" + source)
        .body("items.find { it.voted > 0 }.year", equalTo(2018));
    assign(path, source).statusCode(422);
  }

  @Test
  void a_line_is_entered_as_assigned_by_its_last_step() {
    line.put("assignedTo", north);
    post("/subsidy-lines", line).statusCode(422);
    post(division + "/completion", DAY).statusCode(200);
    post("/subsidy-lines", line).statusCode(422).body("errors.pointer", contains("/assignedTo"));
    line.put("steps", List.of(step("VOTED", "2018-02-01"), step("AGREED", "2019-03-01")));
    post("/subsidy-lines", line)
        .statusCode(201)
        .body("assignedTo.id", equalTo(north))
        .body("steps[1].assignedTo.id", equalTo(north));
    line.put("steps", List.of(with(step("AGREED", "2019-03-01"), "assignedTo", source)));
    post("/subsidy-lines", line).statusCode(422).body("errors.pointer", contains("/assignedTo"));
    admin().get("/clusters/" + north + "/lineage").then().statusCode(200);
  }

  @Test
  void a_line_that_was_entered_as_assigned_is_given_back_with_the_amount_that_it_has() {
    post(division + "/completion", DAY).statusCode(200);
    line.put("assignedTo", north);
    line.put("steps", List.of(step("AGREED", "2019-03-01")));
    String path = "/subsidy-lines/" + make("/subsidy-lines", line);
    assign(path, null).statusCode(200).body("assignedTo", nullValue());
    Map<String, Object> more = Map.of("amount", Map.of("amount", 2000));
    patch(path, more).statusCode(200).body("amount.amount", equalTo(2000.00f));
    get("/subsidy-lines/summary?cluster=" + source).body("items[0].agreed", equalTo(2000.00f));
  }

  @Test
  void no_step_is_added_beside_an_assignment() {
    post(division + "/completion", DAY).statusCode(200);
    String path = "/subsidy-lines/" + make("/subsidy-lines", line);
    List<Map<String, Object>> steps = new ArrayList<>(get(path).extract().path("steps"));
    steps.forEach(known -> known.keySet().retainAll(List.of("status", "on", "amount")));
    steps.add(step("AGREED", "2019-03-01"));
    Map<String, Object> more = new HashMap<>(Map.of("steps", steps));
    patch(path, more).statusCode(422).body("errors.pointer", contains("/steps"));
    more.put("assignedTo", north);
    patch(path, more).statusCode(422).body("errors.pointer", contains("/steps"));
    get(path).body("steps", hasSize(1)).body("assignedTo", nullValue());
  }

  @Test
  void whose_line_it_is_no_more_writes_it_no_more() {
    post(division + "/completion", DAY).statusCode(200);
    String path = "/subsidy-lines/" + make("/subsidy-lines", line);
    assign(path, north).statusCode(200);
    String editor = aKey("EDITOR", north);
    Map<String, String> remark = Map.of("remarks", "r");
    assertEquals(200, patchedBy(editor, path, remark));
    assign(path, null).statusCode(200);
    post(division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    assertEquals(403, patchedBy(editor, path, Map.of("remarks", "s")));
  }

  private static int patchedBy(String key, String path, Map<String, String> body) {
    return bearer(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag(path))
        .body(body)
        .patch(path)
        .statusCode();
  }

  @Test
  void a_correction_minds_it_and_a_reversal_gives_it_back() throws Exception {
    post(division + "/completion", DAY).statusCode(200);
    line.put("steps", List.of(with(step("AGREED", "2019-03-01"), "assignedTo", north)));
    String id = make("/subsidy-lines", line);
    Map<String, String> later = Map.of("effectiveOn", "2019-04-01", "reason", "a test");
    post(division + "/correction", later)
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(id));
    Map<String, String> sooner = Map.of("effectiveOn", "2019-03-01", "reason", "a test");
    post(division + "/correction", sooner).statusCode(200);
    String known = Instant.now().toString();
    Thread.sleep(50);
    post(division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/subsidy-lines/" + id)
        .body("assignedTo", nullValue())
        .body("amount.amount", equalTo(1000.00f))
        .body(
            "steps[1].corrects",
            equalTo(get("/subsidy-lines/" + id).extract().path("steps[0].id")));
    get("/subsidy-lines?cluster=" + source).body("items.id", contains(id));
    get("/subsidy-lines?on=2019-03-02&cluster=" + source).body("items.id", contains(id));
    admin()
        .get("/subsidy-lines/" + id + "?knownAt=" + known)
        .then()
        .body("assignedTo.id", equalTo(north));
    admin().get("/changes?after=now").then().statusCode(200);
  }

  @RepeatedTest(3)
  void of_a_reversal_and_an_assignment_at_once_nothing_stays_with_a_stranger() {
    post(division + "/completion", DAY).statusCode(200);
    String path = "/subsidy-lines/" + make("/subsidy-lines", line);
    Map<String, Object> assigning = with(step("AGREED", "2019-03-01"), "assignedTo", north);
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> post(path + "/steps", assigning).extract().statusCode(),
                () ->
                    post(division + "/reversal", Map.of("reason", "a test"))
                        .extract()
                        .statusCode()));
    assertEquals(200, statuses.get(1));
    org.hamcrest.MatcherAssert.assertThat(List.of(201, 422), hasItem(statuses.get(0)));
    get(path).body("assignedTo", nullValue());
  }
}
