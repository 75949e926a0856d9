package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a merger or division names is there as long as it names it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NamedInUndertakingsTest {
  private String source;
  private String result;
  private String college;

  @BeforeEach
  void two_clusters_and_a_college() {
    source = founded();
    result = make("/clusters", aCluster());
    college = college(source, "Games");
  }

  private static String college(String cluster, String name) {
    return make("/clusters/" + cluster + "/colleges", Map.of("name", name));
  }

  private static String member(String cluster, Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(aMembership(cluster, make("/organisations", anOrganisation())));
    body.putAll(more);
    return make("/memberships", body);
  }

  private static ValidatableResponse delete(String path) {
    return admin().header("If-Match", etag(path)).delete(path).then();
  }

  private String division(String cluster, String kind, List<Map<String, Object>> assignments) {
    return make(
        "/divisions",
        Map.of(
            "cluster",
            cluster,
            "kind",
            kind,
            "results",
            List.of(result),
            "assignments",
            assignments));
  }

  private static Map<String, Object> on(String day) {
    return Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test");
  }

  @Test
  void the_assembly_of_a_ballot_is_named_by_the_ballot() {
    String event = make("/events", with(anEvent(source), "startsOn", "2014-06-01"));
    String division =
        division(source, "SPIN_OFF", List.of(Map.of("college", college, "to", result)));
    String vote =
        make(
            "/divisions/" + division + "/ballots",
            Map.of(
                "party",
                source,
                "assembly",
                Map.of("kind", "EXTRAORDINARY", "on", "2014-06-01"),
                "decision",
                "ADOPTED",
                "event",
                event));
    delete("/events/" + event)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("division-ballots"))
        .body("referredToBy.id", equalTo(vote))
        .body("detail", containsString("ballot on the division"));
  }

  @Test
  void what_a_division_names_is_not_deleted_until_it_is_named_no_more() {
    String member = member(source, Map.of("from", "2001-01-01"));
    String applicant = member(source, Map.of("appliedOn", "2014-01-01"));
    String office = make("/clusters/" + source + "/offices", Map.of("city", "Sète"));
    String convention = make("/conventions", aConvention(source, make("/clusters", aCluster())));
    String event = make("/events", anEvent(source));
    String mapped = college(result, "Play");
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(Map.of("membership", member, "to", result));
    all.add(Map.of("membership", applicant, "to", result));
    all.add(Map.of("college", college, "to", result));
    all.add(Map.of("office", office, "to", result));
    all.add(Map.of("convention", convention, "to", result));
    all.add(Map.of("event", event, "to", "LEAVES"));
    String division = division(source, "SPIN_OFF", all);
    String path = "/divisions/" + division;
    patch(path, Map.of("collegeMapping", List.of(Map.of("from", college, "to", mapped))))
        .statusCode(200);
    List<String> named =
        List.of(
            "/memberships/" + member,
            "/memberships/" + applicant,
            "/clusters/" + source + "/colleges/" + college,
            "/clusters/" + result + "/colleges/" + mapped,
            "/clusters/" + source + "/offices/" + office,
            "/conventions/" + convention,
            "/events/" + event);
    for (String one : named) {
      delete(one)
          .statusCode(409)
          .body("type", containsString("still-referenced"))
          .body("referredToBy.collection", equalTo("divisions"))
          .body("referredToBy.id", equalTo(division));
    }
    delete("/clusters/" + result).statusCode(409);
    patch(path, Map.of("assignments", List.of(), "collegeMapping", List.of())).statusCode(200);
    for (String one : named) {
      delete(one).statusCode(204);
    }
    get(path).body("assignments", hasSize(0));
  }

  @Test
  void what_an_abandoned_one_names_goes_and_is_named_no_more() {
    String office = make("/clusters/" + source + "/offices", Map.of("city", "Sète"));
    String event = make("/events", anEvent(source));
    String mapped = college(result, "Play");
    List<Map<String, String>> mapping = List.of(Map.of("from", college, "to", mapped));
    String division =
        "/divisions/"
            + division(
                source,
                "SPIN_OFF",
                List.of(
                    Map.of("college", college, "to", result),
                    Map.of("office", office, "to", result),
                    Map.of("event", event, "to", result)));
    patch(division, Map.of("collegeMapping", mapping)).statusCode(200);
    String merger =
        "/mergers/"
            + make(
                "/mergers",
                Map.of(
                    "parties",
                    List.of(source, make("/clusters", aCluster())),
                    "result",
                    result,
                    "collegeMapping",
                    mapping));
    for (String one : List.of(division, merger)) {
      post(one + "/abandonment", Map.of("reason", "a test")).statusCode(200);
    }
    get(division).body("assignments", hasSize(3));
    delete("/clusters/" + source + "/colleges/" + college).statusCode(204);
    delete("/clusters/" + source + "/offices/" + office).statusCode(204);
    get(division)
        .body("assignments", hasSize(1))
        .body("assignments[0].event.id", equalTo(event))
        .body("collegeMapping", hasSize(0));
    get(merger).body("collegeMapping", hasSize(0));
    patch(division, Map.of("remarks", "r")).statusCode(200);
    admin().get(merger + "/history").then().body("items[-1].action", equalTo("CHANGED"));
  }

  @Test
  void what_a_reversal_hands_back_is_named_no_more_and_who_applied_again_is_named() {
    String event = make("/events", with(anEvent(source), "startsOn", "2030-01-09"));
    String own = make("/events", with(anEvent(result), "startsOn", "2030-01-09"));
    String company = make("/organisations", anOrganisation());
    String applicant =
        make("/memberships", with(aMembership(source, company), "appliedOn", "2016-01-01"));
    String split = division(source, "SPLIT", List.of(Map.of("rest", true, "to", result)));
    post("/divisions/" + split + "/completion", on("2015-01-01")).statusCode(200);
    String half = result;
    result = make("/clusters", aCluster());
    String pending =
        "/divisions/"
            + division(
                half,
                "SPIN_OFF",
                List.of(
                    Map.of("event", event, "to", result),
                    Map.of("membership", applicant, "to", result),
                    Map.of("event", own, "to", result)));
    String again =
        make("/memberships", with(aMembership(source, company), "appliedOn", "2014-01-01"));
    post("/divisions/" + split + "/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", contains(again));
    delete("/memberships/" + again).statusCode(204);
    post("/divisions/" + split + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get(pending).body("assignments", hasSize(1)).body("assignments[0].event.id", equalTo(own));
    patch(pending, Map.of("results", List.of(result, make("/clusters", aCluster()))))
        .statusCode(200);
    get("/divisions/" + split).body("assignments", hasSize(1));
  }

  @Test
  void what_was_said_of_an_opened_college_goes_back_and_what_is_over_says_so() {
    member(source, Map.of("from", "2001-01-01", "college", college));
    String split = division(source, "SPLIT", List.of(Map.of("rest", true, "to", result)));
    String path = "/divisions/" + split;
    post(path + "/completion", on("2015-01-01")).statusCode(200);
    patch(path, Map.of("results", List.of(make("/clusters", aCluster()))))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-closed"));
    for (String part : List.of("colleges", "mandates", "offices")) {
      String field = part.equals("offices") ? "openedOn" : "from";
      Map<String, Object> body = new HashMap<>(Map.of(field, "2015-02-01"));
      body.put(
          part.equals("offices") ? "city" : part.equals("mandates") ? "role" : "name", "TREASURER");
      post("/clusters/" + source + "/" + part, body)
          .statusCode(409)
          .body("type", equalTo("/problems/outside-cluster-life"))
          .body("field", equalTo(field))
          .body("bound", equalTo("2015-01-01"));
      body.put(field, "2014-12-31");
      post("/clusters/" + source + "/" + part, body).statusCode(201);
    }
    String opened = get("/clusters/" + result + "/colleges").extract().path("items[0].id");
    patch("/clusters/" + result + "/colleges/" + opened, Map.of("remarks", "Well kept."))
        .statusCode(200);
    post(path + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/clusters/" + source + "/colleges/" + college).body("remarks", equalTo("Well kept."));
  }

  @Test
  void a_college_that_a_merger_maps_stays_until_the_merger_goes() {
    String mapped = college(result, "Play");
    String other = make("/clusters", aCluster());
    String merger =
        make(
            "/mergers",
            Map.of(
                "parties",
                List.of(source, other),
                "result",
                result,
                "collegeMapping",
                List.of(Map.of("from", college, "to", mapped))));
    for (String one : List.of(source + "/colleges/" + college, result + "/colleges/" + mapped)) {
      delete("/clusters/" + one).statusCode(409).body("referredToBy.id", equalTo(merger));
    }
    delete("/mergers/" + merger).statusCode(204);
    delete("/clusters/" + source + "/colleges/" + college).statusCode(204);
  }

  @Test
  void what_a_reversal_takes_away_is_named_no_more() {
    member(source, Map.of("from", "2001-01-01", "college", college));
    String left = member(source, Map.of("from", "2002-01-01"));
    String first = division(source, "SPIN_OFF", List.of(Map.of("college", college, "to", result)));
    post("/divisions/" + first + "/completion", on("2012-01-01")).statusCode(200);
    String made = get("/memberships?cluster=" + result).extract().path("items[0].id");
    String opened = get("/clusters/" + result + "/colleges").extract().path("items[0].id");
    String half = result;
    result = make("/clusters", aCluster());
    String there = college(result, "All");
    String own = college(half, "Own");
    String pending =
        "/divisions/"
            + division(
                half,
                "SPIN_OFF",
                List.of(
                    Map.of("membership", made, "to", result),
                    Map.of("college", opened, "to", result),
                    Map.of("college", own, "to", result)));
    patch(pending, Map.of("collegeMapping", List.of(Map.of("from", opened, "to", there))))
        .statusCode(200);
    String merger =
        "/mergers/"
            + make(
                "/mergers",
                Map.of(
                    "parties",
                    List.of(half, make("/clusters", aCluster())),
                    "result",
                    result,
                    "collegeMapping",
                    List.of(Map.of("from", opened, "to", there))));
    post("/divisions/" + first + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get(pending)
        .body("assignments", hasSize(1))
        .body("assignments[0].college.id", equalTo(own))
        .body("collegeMapping", hasSize(0));
    get(merger).body("collegeMapping", hasSize(0));
    admin()
        .get(pending + "/history")
        .then()
        .body(
            "items.find { it.action == 'CHANGED' && it.changes.pointer.contains('/assignments') }",
            notNullValue());
    patch(pending, Map.of("remarks", "r")).statusCode(200);
    get("/memberships/" + left).body("status", equalTo("ACTIVE"));
  }

  @Test
  void an_application_that_moved_into_an_opened_college_goes_back() {
    member(source, Map.of("from", "2001-01-01", "college", college));
    String applicant = member(source, Map.of("appliedOn", "2016-01-01", "college", college));
    String split = division(source, "SPLIT", List.of(Map.of("rest", true, "to", result)));
    post("/divisions/" + split + "/completion", on("2015-01-01")).statusCode(200);
    admin().get("/memberships/" + applicant).then().body("cluster.id", equalTo(result));
    post("/divisions/" + split + "/reversal", Map.of("reason", "a test")).statusCode(200);
    admin()
        .get("/memberships/" + applicant)
        .then()
        .body("cluster.id", equalTo(source))
        .body("college.id", equalTo(college));
    get("/clusters/" + result + "/colleges").body("items", hasSize(0));
  }
}
