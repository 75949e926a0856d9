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
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is entered after a division, of days before it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LateInDivisionTest {
  private String source;
  private String north;
  private String south;
  private String company;

  @BeforeEach
  void a_cluster_and_what_it_becomes() {
    source = founded();
    north = make("/clusters", aCluster());
    south = make("/clusters", aCluster());
    company = make("/organisations", anOrganisation());
  }

  private static Map<String, Object> on(String day) {
    return Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test");
  }

  private String division(String kind, String cluster, Map<String, Object> assignment) {
    return make(
        "/divisions",
        Map.of(
            "cluster",
            cluster,
            "kind",
            kind,
            "results",
            List.of(north, south),
            "assignments",
            List.of(assignment)));
  }

  private String split(String cluster) {
    String division = division("SPLIT", cluster, Map.of("rest", true, "to", south));
    post("/divisions/" + division + "/completion", on("2015-01-01")).statusCode(200);
    return division;
  }

  private ValidatableResponse member(String cluster, String status) {
    return admin()
        .get("/memberships?organisation={o}&cluster={c}&status={s}", company, cluster, status)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_member_entered_after_a_split_goes_on_where_it_led_and_is_back_when_it_is_reversed() {
    String division = split(source);
    make("/memberships", with(aMembership(source, company), "from", "2003-01-01"));
    member(source, "ended")
        .body("items[0].until", equalTo("2015-01-01"))
        .body("items[0].endReason", equalTo("DIVIDED"));
    member(south, "active")
        .body("items[0].from", equalTo("2015-01-01"))
        .body("items[0].memberSince", equalTo("2003-01-01"));
    post("/divisions/" + division + "/correction", Map.of("effectiveOn", "2016-01-01"))
        .statusCode(200);
    member(source, "ended").body("items[0].until", equalTo("2016-01-01"));
    member(south, "active").body("items[0].from", equalTo("2016-01-01"));
    post("/divisions/" + division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    member(source, "active")
        .body("items[0].until", nullValue())
        .body("items[0].endReason", nullValue());
    get("/memberships?organisation=" + company).body("items", hasSize(1));
  }

  @Test
  void it_goes_on_through_a_merger_and_the_split_of_what_came_of_it() {
    String merged = make("/clusters", aCluster());
    String other = founded();
    String merger = make("/mergers", Map.of("parties", List.of(source, other), "result", merged));
    post("/mergers/" + merger + "/completion", on("2010-01-01")).statusCode(200);
    String division = split(merged);
    make("/memberships", with(aMembership(source, company), "from", "2003-01-01"));
    member(merged, "ended").body("items[0].until", equalTo("2015-01-01"));
    member(south, "active").body("items[0].memberSince", equalTo("2003-01-01"));
    post("/divisions/" + division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    member(merged, "active").body("items[0].memberSince", equalTo("2003-01-01"));
    post("/mergers/" + merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    member(source, "active").body("items[0].from", equalTo("2003-01-01"));
    get("/memberships?organisation=" + company).body("items", hasSize(1));
  }

  @Test
  void a_cluster_does_not_end_before_a_part_of_it_left() {
    String member = make("/memberships", with(aMembership(source, company), "from", "2001-01-01"));
    Map<String, Object> going = Map.of("membership", member, "to", north);
    String division = division("SPIN_OFF", source, going);
    post("/divisions/" + division + "/completion", on("2015-01-01")).statusCode(200);
    String other = founded();
    String merger =
        make(
            "/mergers",
            Map.of("parties", List.of(source, other), "result", make("/clusters", aCluster())));
    post("/mergers/" + merger + "/completion", on("2012-01-01"))
        .statusCode(409)
        .body("detail", containsString("came apart on 2015-01-01 only"));
    String second = division("SPIN_OFF", source, Map.of("rest", true, "to", south));
    post("/divisions/" + second + "/completion", on("2012-01-01")).statusCode(409);
    post("/clusters/" + source + "/dissolution", Map.of("on", "2012-01-01"))
        .statusCode(409)
        .body("type", containsString("merger-conflict"));
    patch("/clusters/" + source, Map.of("dissolvedOn", "2013-01-01")).statusCode(409);
    post("/mergers/" + merger + "/completion", on("2016-01-01")).statusCode(200);
  }

  @Test
  void who_is_named_and_comes_later_stands_against_a_spin_off() {
    String member = make("/memberships", with(aMembership(source, company), "from", "2016-01-01"));
    String division = division("SPIN_OFF", source, Map.of("membership", member, "to", north));
    post("/divisions/" + division + "/completion", on("2015-01-01"))
        .statusCode(409)
        .body("obstacles.id", hasItem(member));
    post("/divisions/" + division + "/completion", on("2017-01-01")).statusCode(200);
    member(north, "active").body("items[0].memberSince", equalTo("2016-01-01"));
  }

  @Test
  void a_result_that_is_no_party_is_named_by_its_own_editor() {
    String division =
        make("/divisions", Map.of("cluster", source, "kind", "SPLIT", "results", List.of(north)));
    bearer(aKey("EDITOR", south))
        .contentType("application/merge-patch+json")
        .header("If-Match", etag("/divisions/" + division))
        .body(Map.of("results", List.of(north, south)))
        .patch("/divisions/" + division)
        .then()
        .statusCode(200)
        .body("results.id", contains(north, south));
  }

  @Test
  void a_late_member_who_came_to_the_result_later_is_told_of_that_and_one_from_before_keeps_it() {
    south = founded();
    split(source);
    String later = make("/memberships", with(aMembership(south, company), "from", "2017-01-01"));
    Map<String, Object> late = with(aMembership(source, company), "from", "2003-01-01");
    post("/memberships", late)
        .statusCode(409)
        .body("type", containsString("membership-overlap"))
        .body("field", equalTo("continued"))
        .body("bound", equalTo("2017-01-01"))
        .body("other.id", equalTo(later));
    post("/memberships", with(late, "continued", false)).statusCode(201);

    company = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(south, company), "from", "2014-01-01"));
    make("/memberships", with(aMembership(source, company), "from", "2003-01-01"));
    member(south, "active").body("items[0].memberSince", equalTo("2003-01-01"));
  }

  @Test
  void a_second_application_stands_by_name_against_a_split_and_a_merger() {
    make("/memberships", with(aMembership(south, company), "appliedOn", "2016-01-01"));
    String second =
        make("/memberships", with(aMembership(source, company), "appliedOn", "2016-02-01"));
    String division = "/divisions/" + division("SPLIT", source, Map.of("rest", true, "to", south));
    String other = founded();
    String merger =
        "/mergers/" + make("/mergers", Map.of("parties", List.of(source, other), "result", south));
    for (String path : List.of(division, merger)) {
      admin()
          .get(path + "/preview?effectiveOn=2015-01-01")
          .then()
          .body("obstacles.id", hasItem(second));
      post(path + "/completion", on("2015-01-01"))
          .statusCode(409)
          .body("type", containsString("merger-conflict"))
          .body("obstacles.id", hasItem(second));
    }
    patch("/memberships/" + second, Map.of("refusedOn", "2016-03-01")).statusCode(200);
    post(division + "/completion", on("2015-01-01")).statusCode(200);
  }
}
