package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.anEvent;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which votes decide of a merger, and that votes and steps can be put right afterwards. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class BallotsThatCountTest {
  private String one;
  private String two;
  private String merger;

  @BeforeEach
  void two_clusters_of_which_one_takes_up_the_other() {
    one = founded();
    two = founded();
    merger =
        make(
            "/mergers",
            Map.of("parties", List.of(one, two), "result", one, "plannedFor", "2017-01"));
  }

  private String votes(String party, String day, String decision, Object... more) {
    Map<String, Object> ballot = new HashMap<>();
    with(ballot, "party", party, "decision", decision);
    with(ballot, "assembly", Map.of("kind", "ORDINARY", "on", day));
    return make("/mergers/" + merger + "/ballots", with(ballot, more));
  }

  private void status(String expected) {
    get("/mergers/" + merger).body("status", equalTo(expected));
  }

  private int complete() {
    return post("/mergers/" + merger + "/completion", Map.of("effectiveOn", "2017-03-31"))
        .extract()
        .statusCode();
  }

  @Test
  void a_vote_on_the_principle_decides_nothing() {
    votes(one, "2016-06-01", "ADOPTED", "onMerger", false, "subjects", List.of("the principle"));
    votes(two, "2016-06-01", "ADOPTED", "onMerger", false);
    status("ANNOUNCED");
    assertEquals(409, complete());
    votes(one, "2017-02-01", "ADOPTED");
    votes(two, "2017-02-02", "ADOPTED");
    String later = votes(two, "2017-03-01", "REJECTED", "onMerger", false);
    status("APPROVED");
    get("/mergers/" + merger).body("ballots.onMerger", contains(false, false, true, true, false));
    get("/mergers/" + merger + "/ballots/" + later).body("onMerger", equalTo(false));
    assertEquals(200, complete());
  }

  @Test
  void a_ballot_names_the_assembly_where_that_is_an_event_of_the_registry() {
    String event = make("/events", with(anEvent(one), "startsOn", "2017-02-01"));
    String ballot = votes(one, "2017-02-01", "ADOPTED", "event", event);
    get("/mergers/" + merger + "/ballots/" + ballot).body("event.id", equalTo(event));
    delete("/events/" + event).statusCode(409).body("referredToBy.collection", equalTo("ballots"));
  }

  @Test
  void once_it_has_taken_effect_votes_are_facts_that_can_be_entered_corrected_and_deleted() {
    String first = votes(one, "2017-02-01", "ADOPTED");
    votes(two, "2017-02-02", "ADOPTED");
    complete();
    String path = "/mergers/" + merger + "/ballots/";
    String late = votes(two, "2017-01-15", "REJECTED", "entitled", 40, "quorum", 20);
    patch(path + late, Map.of("votesFor", 12)).statusCode(200);
    delete(path + late).statusCode(204);
    patch(path + first, Map.of("decision", "REJECTED")).statusCode(200);
    delete(path + first).statusCode(204);
    get("/mergers/" + merger)
        .body("status", equalTo("EFFECTIVE"))
        .body("effectiveOn", equalTo("2017-03-31"));
    admin().get(path + first + "/history").then().body("items", hasSize(3));
  }

  @Test
  void a_slip_can_be_entered_corrected_and_deleted_after_it_has_taken_effect() {
    votes(one, "2017-02-01", "ADOPTED");
    votes(two, "2017-02-02", "ADOPTED");
    complete();
    String steps = "/mergers/" + merger + "/steps";
    String slip =
        make(
            steps,
            Map.of(
                "kind", "POSTPONED", "on", "2017-01-20", "plannedFor", "2017-03", "reason", "r"));
    get("/mergers/" + merger)
        .body("steps.kind", contains("ANNOUNCED", "POSTPONED", "COMPLETED"))
        .body("steps.plannedFor", contains("2017-01", "2017-03", null))
        .body("plannedFor", equalTo("2017-03"))
        .body("effectiveOn", equalTo("2017-03-31"));
    make(steps, Map.of("kind", "POSTPONED", "on", "2017-01-05", "plannedFor", "2017-02"));
    get(steps).body("items.plannedFor", contains("2017-01", "2017-02", "2017-03", null));
    patch(steps + "/" + slip, Map.of("plannedFor", "2017-01-31", "on", "2017-01-02"))
        .statusCode(200)
        .body("id", equalTo(slip))
        .body("plannedFor", equalTo("2017-01-31"));
    get(steps).body("items.plannedFor", contains("2017-01", "2017-01-31", "2017-02", null));
    delete(steps + "/" + slip).statusCode(204);
    get(steps + "/" + slip).statusCode(404);
    get(steps).body("items.kind", contains("ANNOUNCED", "POSTPONED", "COMPLETED"));
    String done = get(steps).extract().path("items[2].id");
    patch(steps + "/" + done, Map.of("reason", "As the statutes say."))
        .statusCode(200)
        .body("reason", equalTo("As the statutes say."));
    patch(steps + "/" + done, Map.of("on", "2018"))
        .statusCode(422)
        .body("errors.pointer", contains("/on"));
    delete(steps + "/" + done).statusCode(409).body("type", equalTo("/problems/merger-conflict"));
    post(steps, Map.of("kind", "COMPLETED", "on", "2017"))
        .statusCode(422)
        .body("errors.pointer", contains("/kind"));
    admin().get("/mergers/" + merger + "/history").then().body("items.size()", equalTo(7));
  }
}
