package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that was dissolved stands, by its dissolution, against what is told of it besides. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EndedByItselfTest {
  private String source;
  private String result;
  private String member;

  @BeforeEach
  void a_cluster_with_a_member_and_another() {
    source = founded();
    result = make("/clusters", aCluster());
    String company = make("/organisations", anOrganisation());
    member = make("/memberships", with(aMembership(source, company), "from", "2001-01-01"));
  }

  private static Map<String, Object> on(String day) {
    return Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test");
  }

  private static void dissolve(String cluster, String day) {
    post("/clusters/" + cluster + "/dissolution", Map.of("on", day)).statusCode(200);
  }

  private String division(String kind, Map<String, Object> assigned) {
    return make(
        "/divisions",
        Map.of(
            "cluster",
            source,
            "kind",
            kind,
            "results",
            List.of(result),
            "assignments",
            List.of(assigned),
            "announcedOn",
            "2009"));
  }

  private String merger() {
    String other = founded();
    return make(
        "/mergers",
        Map.of("parties", List.of(source, other), "result", result, "announcedOn", "2009"));
  }

  private static ValidatableResponse refused(String path, String cluster) {
    admin()
        .get(path + "/preview?effectiveOn=2015-01-01")
        .then()
        .statusCode(200)
        .body("obstacles.id", hasItem(cluster));
    return post(path + "/completion", on("2015-01-01"))
        .statusCode(409)
        .body("type", containsString("merger-conflict"))
        .body("obstacles.id", hasItem(cluster));
  }

  @Test
  void who_was_dissolved_later_takes_part_in_nothing_before_that_is_taken_back() {
    dissolve(source, "2018-01-01");
    String split = "/divisions/" + division("SPLIT", Map.of("rest", true, "to", result));
    String left = "/divisions/" + division("SPIN_OFF", Map.of("membership", member, "to", result));
    String merger = "/mergers/" + merger();
    for (String path : List.of(split, left, merger)) {
      refused(path, source)
          .body("detail", containsString("2018-01-01"))
          .body("detail", containsString("dissol"));
    }
    post("/clusters/" + source + "/dissolution/reversal", Map.of()).statusCode(200);
    post(split + "/completion", on("2015-01-01")).statusCode(200);
    post(split + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/memberships/" + member).body("status", equalTo("ACTIVE"));
  }

  @Test
  void a_result_that_is_dissolved_later_is_told_before_and_at_completion() {
    dissolve(result, "2016");
    refused("/mergers/" + merger(), result).body("detail", containsString("2016"));
    refused("/divisions/" + division("SPLIT", Map.of("rest", true, "to", result)), result);
    dissolve(source, "2010-01-01");
    String taken =
        make(
            "/mergers",
            Map.of(
                "kind",
                "TAKEOVER",
                "parties",
                List.of(source, result),
                "result",
                result,
                "announcedOn",
                "2014"));
    refused("/mergers/" + taken, result);
    String open =
        make(
            "/mergers",
            Map.of("kind", "TAKEOVER", "parties", List.of(source, result), "announcedOn", "2014"));
    admin()
        .get("/mergers/" + open + "/preview?effectiveOn=2015-01-01")
        .then()
        .body("obstacles.id", not(hasItem(result)));
  }

  @Test
  void who_became_part_of_another_later_is_told_so() {
    post("/mergers/" + merger() + "/completion", on("2016-01-01")).statusCode(200);
    String left = division("SPIN_OFF", Map.of("membership", member, "to", aName()));
    post("/divisions/" + left + "/completion", on("2015-01-01"))
        .statusCode(409)
        .body("detail", containsString("2016-01-01"))
        .body("detail", not(containsString("had ended")));
  }

  /** Another result, which is one of the division. */
  private String aName() {
    result = make("/clusters", aCluster());
    return result;
  }

  @Test
  void what_left_does_not_come_back_into_a_cluster_that_has_been_dissolved_since() {
    String office =
        make("/clusters/" + source + "/offices", Map.of("city", "Sète", "openedOn", "2005"));
    String left = "/divisions/" + division("SPIN_OFF", Map.of("office", office, "to", result));
    post(left + "/completion", on("2012-01-01")).statusCode(200);
    dissolve(source, "2014-01-01");
    post(left + "/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", containsString("reversal-blocked"))
        .body("detail", containsString("2014-01-01"))
        .body("obstacles[0].id", equalTo(source))
        .body("obstacles[0].collection", equalTo("clusters"));
    post(left + "/correction", Map.of("effectiveOn", "2015-01-01"))
        .statusCode(409)
        .body("type", containsString("merger-conflict"))
        .body("detail", containsString("2014-01-01"))
        .body("obstacles.id", hasItem(source));
    post("/clusters/" + source + "/dissolution/reversal", Map.of()).statusCode(200);
    post(left + "/correction", Map.of("effectiveOn", "2013-01-01")).statusCode(200);
    post(left + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/clusters/" + source + "/offices").body("items", hasSize(1));
  }

  @Test
  void a_result_that_was_dissolved_since_is_named_before_all_that_ended_with_it() {
    String split = "/divisions/" + division("SPLIT", Map.of("rest", true, "to", result));
    post(split + "/completion", on("2012-01-01")).statusCode(200);
    dissolve(result, "2014-01-01");
    post(split + "/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", containsString("reversal-blocked"))
        .body("obstacles[0].id", equalTo(result));
    post("/clusters/" + result + "/dissolution/reversal", Map.of()).statusCode(200);
    post(split + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/memberships/" + member).body("status", equalTo("ACTIVE"));
  }
}
