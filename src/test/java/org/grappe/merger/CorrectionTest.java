package org.grappe.merger;

import static org.grappe.merger.MergerScene.parties;
import static org.grappe.merger.MergerScene.shared;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.merger.MergerScene.Parties;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day of a merger is put right, with all that the completion wrote. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CorrectionTest {
  private String one;
  private String two;
  private String result;
  private String friend;
  private String merger;
  private String between;
  private List<String> companies;

  @BeforeEach
  void two_clusters_with_all_that_a_cluster_can_have() {
    Parties parties = parties();
    one = parties.one();
    two = parties.two();
    result = parties.result();
    friend = parties.friend();
    companies = parties.companies();
    make(
        "/clusters/" + one + "/mandates",
        Map.of("role", "TREASURER", "from", "2012", "until", "2015-02-20"));
    make("/clusters/" + two + "/offices", Map.of("city", "Sète", "plannedFor", "2016"));
    make("/events", with(anEvent(two), "startsOn", "2015-01-15"));
    make("/events", with(anEvent(two), "startsOn", "2015-02-15"));
    between = shared(one, friend, "2015-02-16");
    shared(friend, one, "2015-02-17");
    merger = parties.merger();
  }

  private void complete(String day) {
    takeEffect("/mergers/" + merger, day).statusCode(200);
  }

  private ValidatableResponse correct(String day) {
    return post(
        "/mergers/" + merger + "/correction", Map.of("effectiveOn", day, "reason", "Statutes."));
  }

  private void reverse() {
    post("/mergers/" + merger + "/reversal", Map.of("reason", "The wrong parties."))
        .body("obstacles", nullValue())
        .statusCode(200);
  }

  private String seen() {
    return Seen.of(
        List.of(one, two, result, friend), List.of("2014-12-31", "2015-02-03", "2026-01-01"));
  }

  @Test
  void an_earlier_a_later_and_a_firmer_day_answer_what_the_right_one_would_have() {
    String before = seen();
    for (String[] days :
        List.of(
            new String[] {"2015-02", "2015-02-09"},
            new String[] {"2015-02-09", "2015-01-10"},
            new String[] {"2015-01-10", "2015-03-01"},
            new String[] {"2015-03-01", "2015"})) {
      complete(days[1]);
      String right = seen();
      reverse();
      assertEquals(before, seen());
      complete(days[0]);
      correct(days[1])
          .statusCode(200)
          .body("effectiveOn", equalTo(days[1]))
          .body("steps[-1].kind", equalTo("CORRECTED"))
          .body("steps[-1].on", equalTo(days[1]));
      assertEquals(right, seen(), days[0] + " to " + days[1]);
      reverse();
      assertEquals(before, seen());
    }
  }

  @Test
  void it_can_be_corrected_again_and_is_told_in_the_histories() {
    String before = seen();
    complete("2015-02");
    correct("2015-02-09").statusCode(200);
    correct("2015-01-20").statusCode(200);
    correct("2015-02-01").statusCode(200);
    get("/mergers/" + merger)
        .body(
            "steps.kind",
            contains("ANNOUNCED", "COMPLETED", "CORRECTED", "CORRECTED", "CORRECTED"));
    String old =
        get("/organisations/" + companies.get(1) + "/memberships").extract().path("items[0].id");
    admin()
        .get("/memberships/" + old + "/history")
        .then()
        .body("items.changes.after.flatten()", hasItem("2015-01-20"));
    correct("2015-02-01").statusCode(409).body("type", equalTo("/problems/merger-conflict"));
    correct("2999").statusCode(422).body("errors.pointer", contains("/effectiveOn"));
    reverse();
    assertEquals(before, seen());
    correct("2015-02-01").statusCode(409).body("type", equalTo("/problems/merger-closed"));
  }

  @Test
  void each_record_that_contradicts_is_named_and_nothing_changes() {
    String late = make("/organisations", anOrganisation());
    String joined = make("/memberships", with(aMembership(one, late), "from", "2015-01-15"));
    String resigned =
        make(
            "/memberships",
            with(
                aMembership(two, make("/organisations", anOrganisation())),
                "from",
                "2012-01-01",
                "until",
                "2015-01-25",
                "endReason",
                "RESIGNED"));
    complete("2015-02-01");
    String left =
        get("/memberships?cluster=" + result + "&organisation=" + companies.get(1))
            .extract()
            .path("items[0].id");
    patch("/memberships/" + left, Map.of("until", "2015-02-20", "endReason", "RESIGNED"))
        .statusCode(200);
    String fresh =
        make(
            "/memberships",
            with(
                aMembership(result, make("/organisations", anOrganisation())),
                "from",
                "2015-02-10"));
    String after = seen();
    correct("2015-01-10")
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", hasItem(joined))
        .body("obstacles.id", hasItem(resigned))
        .body("obstacles.collection", hasItem("memberships"))
        .body("obstacles[0].detail", notNullValue());
    correct("2015-02-25")
        .statusCode(409)
        .body("obstacles.id", hasItem(left))
        .body("obstacles.id", hasItem(fresh));
    assertEquals(after, seen());
    correct("2015-02-09").statusCode(200);
  }

  @Test
  void it_goes_through_a_later_merger_but_not_past_it() {
    complete("2015-02");
    String next = make("/clusters", with(aCluster(), "foundedOn", "2001"));
    String later = make("/mergers", Map.of("parties", List.of(result, next), "result", next));
    takeEffect("/mergers/" + later, "2017-01-01").statusCode(200);
    correct("2015-02-09").statusCode(200);
    get("/memberships?count=true&cluster=" + next)
        .body("total", equalTo(6))
        .body("items[0].memberSince", org.hamcrest.Matchers.startsWith("2010-01"));
    correct("2017-02-01").statusCode(409).body("obstacles.id", hasItem(later));
    post("/mergers/" + merger + "/reversal", Map.of("reason", "r"))
        .statusCode(409)
        .body("obstacles.id", hasItem(later));
    post("/mergers/" + later + "/reversal", Map.of("reason", "r")).statusCode(200);
    reverse();
  }

  @Test
  void an_event_between_the_days_whose_sharing_was_changed_since_stands_against_it() {
    complete("2015-02-01");
    post(
            "/events/" + between + "/shares/" + friend + "/refusal",
            Map.of("on", "2015-02-05", "reason", "Another one."))
        .statusCode(200);
    correct("2015-02-20").statusCode(409).body("obstacles.id", contains(between));
    correct("2015-02-10").statusCode(200);
  }

  /** No record has another version where nothing of it that anybody may read is another. */
  @Test
  void who_follows_the_changes_has_what_a_new_copy_has() {
    complete("2015-02-01");
    FollowedCopy copy = new FollowedCopy();
    for (String day : List.of("2015-02-02", "2015-02-20", "2015-01-10", "2015-02-20")) {
      correct(day).statusCode(200);
      copy.mustBeAsANewOne();
    }
    reverse();
    copy.mustBeAsANewOne();
  }

  @Test
  void a_ballot_is_not_held_after_it() {
    complete("2015-02-01");
    Map<String, Object> ballot = new HashMap<>();
    with(ballot, "party", one, "decision", "ADOPTED");
    with(ballot, "assembly", Map.of("kind", "ORDINARY", "on", "2015-01-20"));
    String vote = make("/mergers/" + merger + "/ballots", ballot);
    correct("2015-01-10").statusCode(409).body("obstacles.id", contains(vote));
    delete("/mergers/" + merger + "/ballots/" + vote).statusCode(204);
    correct("2015-01-10").statusCode(200);
    get("/memberships?cluster=" + result + "&on=2015-01-10").body("items", hasSize(6));
    get("/memberships?cluster=" + result + "&on=2015-01-09").body("items", hasSize(0));
  }
}
