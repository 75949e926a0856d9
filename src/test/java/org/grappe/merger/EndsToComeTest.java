package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of the end, or the beginning, of something is handed over with it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EndsToComeTest {
  private String party;
  private String result;
  private String company;
  private String member;

  @BeforeEach
  void a_cluster_with_a_member_who_leaves_later() {
    party = founded();
    result = make("/clusters", aCluster());
    company = make("/organisations", anOrganisation());
    member =
        make(
            "/memberships",
            with(
                aMembership(party, company),
                "from",
                "2001-01-01",
                "until",
                "2025-06-30",
                "endReason",
                "RESIGNED"));
  }

  private String merged() {
    String other = founded();
    String merger =
        "/mergers/" + make("/mergers", Map.of("parties", List.of(party, other), "result", result));
    complete(merger);
    return merger;
  }

  private String split() {
    String division = MergerScene.split(party, result);
    complete(division);
    return division;
  }

  private static void complete(String path) {
    takeEffect(path, "2015-01-01").statusCode(200);
  }

  private static ValidatableResponse reversed(String path) {
    return post(path + "/reversal", Map.of("reason", "a test"));
  }

  private String opened() {
    return admin()
        .get("/memberships?status=all&cluster=" + result)
        .then()
        .extract()
        .path("items[0].id");
  }

  private static ValidatableResponse told(String membership) {
    return admin().get("/memberships/" + membership).then();
  }

  private void is_known_in_the_result_why(String act) {
    told(opened()).body("until", equalTo("2025-06-30")).body("endReason", equalTo("RESIGNED"));
    reversed(act).statusCode(200);
    told(member).body("until", equalTo("2025-06-30")).body("endReason", equalTo("RESIGNED"));
  }

  @Test
  void why_a_membership_will_end_is_known_after_a_merger() {
    is_known_in_the_result_why(merged());
  }

  @Test
  void and_after_a_split() {
    is_known_in_the_result_why(split());
  }

  @Test
  void an_end_that_was_told_otherwise_since_stands_against_a_reversal() {
    String merger = merged();
    String made = opened();
    patch("/memberships/" + made, Map.of("until", "2024-06-30")).statusCode(200);
    reversed(merger).statusCode(409).body("obstacles.id", hasItem(made));
  }

  @Test
  void so_does_another_organisation() {
    String merger = merged();
    String made = opened();
    patch("/memberships/" + made, Map.of("continues", List.of())).statusCode(200);
    patch("/memberships/" + made, Map.of("organisation", make("/organisations", anOrganisation())))
        .statusCode(200);
    reversed(merger).statusCode(409).body("obstacles.id", hasItem(made));
  }

  @Test
  void an_office_closes_when_it_would_have_and_opens_where_it_opens() {
    String path = "/clusters/" + party + "/offices";
    String closing = make(path, Map.of("city", "Agde", "openedOn", "2010", "closedOn", "2020-05"));
    String later = make(path, Map.of("city", "Sète", "openedOn", "2016-03"));
    String merger = merged();
    String there = "/clusters/" + result + "/offices?status=all&city=";
    get(there + "Agde")
        .body("items[0].openedOn", equalTo("2015-01-01"))
        .body("items[0].closedOn", equalTo("2020-05"));
    get(there + "Sète").body("items[0].openedOn", equalTo("2016-03"));
    get(path + "/" + later).body("openedOn", nullValue()).body("closedOn", equalTo("2015-01-01"));
    post(merger + "/correction", Map.of("effectiveOn", "2017-01-01")).statusCode(200);
    get(path + "/" + later)
        .body("openedOn", equalTo("2016-03"))
        .body("closedOn", equalTo("2017-01-01"));
    get(there + "Sète").body("items[0].openedOn", equalTo("2017-01-01"));
    reversed(merger).statusCode(200);
    get(path + "/" + later).body("openedOn", equalTo("2016-03")).body("closedOn", nullValue());
    get(path + "/" + closing).body("closedOn", equalTo("2020-05"));
  }
}
