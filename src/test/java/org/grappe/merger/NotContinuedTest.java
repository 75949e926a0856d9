package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.split;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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

/** Who was said not to go on doesn't, and who is a member of the result applies no longer. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NotContinuedTest {
  private String party;
  private String other;
  private String result;
  private String company;
  private String merger;

  @BeforeEach
  void a_merger_to_come() {
    party = founded();
    other = founded();
    result = founded();
    company = make("/organisations", anOrganisation());
    merger =
        "/mergers/" + make("/mergers", Map.of("parties", List.of(party, other), "result", result));
  }

  private String joined(Object... members) {
    Map<String, Object> body = with(aMembership(party, company), "from", "2001-01-01");
    return make("/memberships", with(body, members));
  }

  private static String applied(String cluster, String company) {
    return make("/memberships", with(aMembership(cluster, company), "appliedOn", "2010-01-01"));
  }

  private static ValidatableResponse told(String membership) {
    return admin().get("/memberships/" + membership).then();
  }

  private ValidatableResponse ofResult() {
    return admin().get("/memberships?status=all&cluster=" + result).then();
  }

  @Test
  void a_membership_that_was_said_not_to_go_on_just_ends() {
    String college = make("/clusters/" + party + "/colleges", Map.of("name", "Studios"));
    String member = joined("continued", false, "college", college);
    admin()
        .get(merger + "/preview?effectiveOn=2015-01-01")
        .then()
        .body("memberships.count", equalTo(1))
        .body("resulting.count", equalTo(0))
        .body("unmappedColleges", empty());
    takeEffect(merger, "2015-01-01").statusCode(200);
    told(member).body("until", equalTo("2015-01-01")).body("endReason", equalTo("MERGED"));
    ofResult().body("items", empty());
    post(merger + "/correction", Map.of("effectiveOn", "2016-01-01")).statusCode(200);
    told(member).body("until", equalTo("2016-01-01"));
    post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    told(member).body("until", nullValue()).body("continued", equalTo(false));
  }

  @Test
  void neither_does_one_of_a_cluster_that_comes_apart() {
    String member = joined("continued", false);
    String division = split(party, result);
    takeEffect(division, "2015-01-01").statusCode(200);
    told(member).body("until", equalTo("2015-01-01")).body("endReason", equalTo("DIVIDED"));
    ofResult().body("items", empty());
  }

  @Test
  void who_had_applied_to_the_result_and_becomes_its_member_applies_no_longer() {
    String application = applied(result, company);
    joined();
    takeEffect(merger, "2015-01-01").statusCode(200);
    told(application).body("until", equalTo("2015-01-01")).body("status", equalTo("ENDED"));
    post(merger + "/correction", Map.of("effectiveOn", "2016-01-01")).statusCode(200);
    told(application).body("until", equalTo("2016-01-01"));
    post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    told(application).body("until", nullValue()).body("status", equalTo("APPLIED"));
  }

  @Test
  void nor_does_who_turns_out_to_have_been_a_member_of_a_party() {
    String application = applied(party, company);
    takeEffect(merger, "2015-01-01").statusCode(200);
    told(application).body("until", equalTo("2015-01-01"));
    ofResult().body("items.status", contains("APPLIED"));
    joined();
    ofResult().body("items", hasSize(2)).body("items.status", hasItem("ACTIVE"));
    admin().get("/memberships?status=APPLIED&cluster=" + result).then().body("items", empty());
    post(merger + "/correction", Map.of("effectiveOn", "2016-01-01")).statusCode(200);
    post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    ofResult().body("items", empty());
  }

  @Test
  void no_member_goes_to_a_college_that_is_no_more() {
    String from = make("/clusters/" + party + "/colleges", Map.of("name", "Studios"));
    String to = make("/clusters/" + result + "/colleges", Map.of("name", "Games", "until", "2014"));
    String mapped =
        make(
            "/mergers",
            Map.of(
                "parties",
                List.of(party, other),
                "result",
                result,
                "collegeMapping",
                List.of(Map.of("from", from, "to", to))));
    takeEffect("/mergers/" + mapped, "2015-01-01")
        .statusCode(409)
        .body("obstacles.id", hasItem(to));
    takeEffect("/mergers/" + mapped, "2014-06-01").statusCode(200);
    post("/mergers/" + mapped + "/correction", Map.of("effectiveOn", "2016-01-01"))
        .statusCode(409)
        .body("obstacles.id", hasItem(to));
  }

  @Test
  void a_results_editor_reads_what_was_known_of_its_merger() {
    String key = aKey("EDITOR", result);
    String instant = get(merger).extract().path("updatedAt");
    String then = "knownAt=" + instant;
    bearer(key).get("/mergers?cluster=" + result + "&" + then).then().statusCode(200);
    bearer(key).get(merger + "?" + then).then().statusCode(200);
    bearer(aKey("EDITOR", make("/clusters", aCluster())))
        .get(merger + "?" + then)
        .then()
        .statusCode(403);
    bearer(key).get(merger + "/history").then().statusCode(403);
  }
}
