package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that would have been handed over otherwise on another day stand against it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CorrectedApplicationsTest {
  private String one;
  private String two;
  private String company;
  private String application;

  @BeforeEach
  void two_clusters_and_who_applies_to_one() {
    one = founded();
    two = founded();
    company = make("/organisations", anOrganisation());
    application = make("/memberships", with(aMembership(one, company), "appliedOn", "2017-06-01"));
  }

  private static Map<String, Object> on(String day) {
    return Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test");
  }

  private String merged(String result, String day) {
    String merger =
        "/mergers/" + make("/mergers", Map.of("parties", List.of(one, two), "result", result));
    post(merger + "/completion", on(day)).statusCode(200);
    return merger;
  }

  private String spunOff(String day) {
    String result = make("/clusters", aCluster());
    List<Map<String, Object>> rest = List.of(Map.of("rest", true, "to", result));
    Map<String, Object> body = new HashMap<>(Map.of("cluster", one, "kind", "SPIN_OFF"));
    String division =
        "/divisions/"
            + make("/divisions", with(body, "results", List.of(result), "assignments", rest));
    post(division + "/completion", on(day)).statusCode(200);
    return division;
  }

  private static ValidatableResponse corrected(String path, String day) {
    return post(path + "/correction", Map.of("effectiveOn", day));
  }

  private static void isRefused(String path, String day, String record, String said) {
    corrected(path, day)
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("detail", containsString(said))
        .body("obstacles.id", contains(record));
  }

  @Test
  void who_was_a_member_of_the_result_until_between_the_days_would_not_have_applied_there() {
    String member =
        make(
            "/memberships",
            with(aMembership(two, company), "from", "2013-01-01", "until", "2018-01-01"));
    String merger = merged(two, "2018-01-01");
    isRefused(merger, "2017-10-01", member, "2018-01-01");
    patch("/memberships/" + member, Map.of("until", "2017-12-15")).statusCode(200);
    isRefused(merger, "2017-10-01", member, "2017-12-15");
    corrected(merger, "2017-12-15").statusCode(200);
  }

  @Test
  void nor_who_became_one_between_them() {
    String member = make("/memberships", with(aMembership(two, company), "from", "2017-12-01"));
    String merger = merged(two, "2017-10-01");
    isRefused(merger, "2018-01-01", member, "2017-12-01");
    corrected(merger, "2017-11-01").statusCode(200);
  }

  @Test
  void one_that_was_withdrawn_or_refused_since_would_not_have_passed() {
    String merger = merged(make("/clusters", aCluster()), "2018-01-01");
    patch("/memberships/" + application, Map.of("endReason", "RESIGNED")).statusCode(200);
    isRefused(merger, "2018-03-01", application, "since");
    isRefused(merger, "2017-10-01", application, "since");
    patch("/memberships/" + application, Map.of("endReason", "MERGED")).statusCode(200);
    corrected(merger, "2018-02-01").statusCode(200);
    patch("/memberships/" + application, Map.of("refusedOn", "2017-12-15")).statusCode(200);
    isRefused(merger, "2018-03-01", application, "since");
  }

  @Test
  void nor_would_it_with_what_left_its_cluster() {
    String division = spunOff("2018-01-01");
    patch("/memberships/" + application, Map.of("endReason", "RESIGNED")).statusCode(200);
    isRefused(division, "2017-10-01", application, "since");
  }
}
