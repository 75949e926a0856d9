package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Three clusters of 165, 40 and 12 members, told as their secretaries would: a vote on the
 * principle, a slip of a month, a merger, an absorption; and then what had been told wrongly.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CorrectedStoryTest {
  private String large;
  private String middle;
  private String small;
  private String union;
  private String merger;
  private String absorption;

  @Test
  void what_was_told_wrongly_is_put_right_and_all_of_it_can_be_taken_back() {
    three_clusters_have_165_40_and_12_members();
    they_vote_on_the_principle_and_nothing_is_decided();
    the_merger_slips_by_a_month_and_is_voted();
    it_takes_effect();
    the_small_one_is_taken_up();
    members(union, "2026-01-01", 217, 217);
    members(union, "2013-01-01", 0, 217);
    members(union, "2016-01-01", 205, 217);
    the_statutes_tell_another_day();
    somebody_had_been_forgotten();
    members(union, "2026-01-01", 218, 218);
    members(union, "2013-01-01", 0, 218);
    it_is_all_taken_back();
  }

  private String founded(int members) {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    StringBuilder file = new StringBuilder("name;from\n");
    for (int i = 0; i < members; i++) {
      file.append(unique("Member")).append(";2010-0").append(1 + i % 9).append("-01\n");
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/memberships/csv?cluster=" + cluster)
        .then()
        .statusCode(200)
        .body("made", equalTo(members));
    return cluster;
  }

  private void three_clusters_have_165_40_and_12_members() {
    large = founded(165);
    middle = founded(40);
    small = founded(12);
    union = make("/clusters", with(aCluster(), "announcedOn", "2014-06-01"));
    merger =
        make(
            "/mergers",
            Map.of(
                "parties",
                List.of(large, middle),
                "result",
                union,
                "announcedOn",
                "2014-06-01",
                "plannedFor",
                "2015-01"));
  }

  private void vote(String of, String party, String day, boolean onMerger, String decision) {
    Map<String, Object> ballot = new HashMap<>();
    with(ballot, "party", party, "onMerger", onMerger, "decision", decision);
    with(ballot, "assembly", Map.of("kind", "EXTRAORDINARY", "on", day));
    make("/mergers/" + of + "/ballots", ballot);
  }

  private int complete(String of, String day) {
    return post("/mergers/" + of + "/completion", Map.of("effectiveOn", day))
        .extract()
        .statusCode();
  }

  private void they_vote_on_the_principle_and_nothing_is_decided() {
    vote(merger, large, "2014-09-01", false, "ADOPTED");
    vote(merger, middle, "2014-09-02", false, "ADOPTED");
    get("/mergers/" + merger).body("status", equalTo("ANNOUNCED"));
    assertEquals(409, complete(merger, "2015-01-01"));
  }

  private void the_merger_slips_by_a_month_and_is_voted() {
    post(
            "/mergers/" + merger + "/postponement",
            Map.of("on", "2014-12-20", "plannedFor", "2015-02", "reason", "No quorum."))
        .statusCode(200);
    vote(merger, large, "2014-12-18", true, "REJECTED");
    vote(merger, large, "2015-01-18", true, "ADOPTED");
    vote(merger, middle, "2015-01-20", true, "ADOPTED");
    get("/mergers/" + merger + "?on=2015-01-01").body("status", equalTo("REJECTED"));
    get("/mergers/" + merger + "?on=2015-01-21").body("status", equalTo("APPROVED"));
  }

  private void it_takes_effect() {
    assertEquals(200, complete(merger, "2015-02"));
  }

  private void the_small_one_is_taken_up() {
    absorption = make("/mergers", Map.of("parties", List.of(union, small), "result", union));
    vote(absorption, union, "2017-01-10", true, "ADOPTED");
    vote(absorption, small, "2017-01-11", true, "ADOPTED");
    assertEquals(200, complete(absorption, "2017-03-31"));
  }

  private void the_statutes_tell_another_day() {
    post(
            "/mergers/" + merger + "/correction",
            Map.of("effectiveOn", "2015-02-09", "reason", "The statutes tell the day."))
        .statusCode(200)
        .body("effectiveOn", equalTo("2015-02-09"))
        .body("steps.kind", contains("ANNOUNCED", "POSTPONED", "COMPLETED", "CORRECTED"));
    post("/mergers/" + merger + "/correction", Map.of("effectiveOn", "2015-01-15"))
        .statusCode(409)
        .body("obstacles.collection", contains("ballots", "ballots"));
    members(union, "2015-02-08", 0, 217);
    members(union, "2015-02-09", 205, 217);
    get("/clusters/" + large + "?on=2015-02-08").body("status", equalTo("ACTIVE"));
    get("/clusters/" + large + "?on=2015-02-09").body("status", equalTo("MERGED"));
    get("/clusters/" + union).body("foundedOn", equalTo("2015-02-09"));
  }

  private void somebody_had_been_forgotten() {
    String company = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(middle, company), "from", "2011-05-01"));
    get("/organisations/" + company + "/memberships")
        .body("items.from", contains("2011-05-01", "2015-02-09"))
        .body("items[1].memberSince", equalTo("2011-05-01"));
  }

  private void it_is_all_taken_back() {
    post("/mergers/" + merger + "/reversal", Map.of("reason", "r")).statusCode(409);
    for (String each : List.of(absorption, merger)) {
      post("/mergers/" + each + "/reversal", Map.of("reason", "r")).statusCode(200);
    }
    members(large, "2026-01-01", 165, 165);
    members(middle, "2026-01-01", 41, 41);
    members(small, "2026-01-01", 12, 12);
    members(union, "2026-01-01", 0, 0);
    get("/clusters/" + union + "/lineage").body("mergers", hasSize(0));
  }

  /** How many belong to a cluster on a day, and how many with those it came from. */
  private static void members(String cluster, String day, int own, int family) {
    String path = "/memberships?count=true&limit=1&cluster=" + cluster + "&on=" + day;
    get(path).body("total", equalTo(own));
    get(path + "&includePredecessors=true").body("total", equalTo(family));
  }
}
