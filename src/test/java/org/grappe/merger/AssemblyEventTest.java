package org.grappe.merger;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The assembly that a ballot names among the events is the party's, on its day. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssemblyEventTest {
  private String party;
  private String other;
  private String ballots;

  @BeforeEach
  void a_merger_of_two_clusters() {
    party = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    other = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    ballots = "/mergers/" + make("/mergers", Map.of("parties", List.of(party, other))) + "/ballots";
  }

  private static Map<String, Object> ballot(String of, String event, String field, String day) {
    return with(
        new LinkedHashMap<>(),
        "party",
        of,
        "event",
        event,
        "assembly",
        Map.of("kind", "ORDINARY", field, day));
  }

  private static String event(String host, Object... members) {
    return make("/events", with(anEvent(host), members));
  }

  private void isTaken(String event, String field, String day) {
    post(ballots, ballot(party, event, field, day)).statusCode(201);
  }

  private void isRefused(String event, String field, String day) {
    post(ballots, ballot(party, event, field, day))
        .statusCode(422)
        .body("errors.pointer", contains("/event"));
  }

  @Test
  void it_is_held_on_the_day_of_the_event() {
    String day = event(party, "startsOn", "2017-01-10");
    isTaken(day, "on", "2017-01-10");
    isTaken(day, "plannedFor", "2017-01");
    isRefused(day, "on", "2017-01-11");
    isRefused(day, "plannedFor", "2017-02");
    String month = event(party, "startsOn", "2017-01");
    isTaken(month, "on", "2017-01-31");
    isRefused(month, "on", "2017-02-01");
    isTaken(event(party), "on", "2017-02-01");
    String weekly = event(party, "startsOn", "2017-01-03", "recurrence", "FREQ=WEEKLY;COUNT=5");
    isTaken(weekly, "on", "2017-01-17");
    isRefused(weekly, "on", "2017-01-18");
  }

  @Test
  void it_is_no_other_clusters_but_may_be_held_together() {
    String theirs = event(other, "startsOn", "2017-01-10");
    isRefused(theirs, "on", "2017-01-10");
    make("/conventions", aConvention(party, other));
    post("/events/" + theirs + "/shares", Map.of("cluster", party)).statusCode(201);
    isTaken(theirs, "on", "2017-01-10");
    Map<String, Object> free = with(anEvent(party), "startsOn", "2017-01-10");
    free.remove("host");
    isTaken(make("/events", free), "on", "2017-01-10");
  }

  @Test
  void a_ballot_that_was_entered_stays_whatever_becomes_of_its_event() {
    String event = event(party, "startsOn", "2017-01-10");
    String ballot = ballots + "/" + make(ballots, ballot(party, event, "on", "2017-01-10"));
    patch("/events/" + event, Map.of("startsOn", "2017-01-12")).statusCode(200);
    patch(ballot, Map.of("decision", "ADOPTED")).statusCode(200);
    patch(ballot, Map.of("assembly", Map.of("on", "2017-01-11")))
        .statusCode(422)
        .body("errors.pointer", contains("/event"));
    patch(ballot, Map.of("assembly", Map.of("on", "2017-01-12"))).statusCode(200);
  }

  @Test
  void the_assembly_of_a_cluster_that_comes_apart_is_its_own() {
    ballots =
        "/divisions/" + make("/divisions", Map.of("cluster", party, "kind", "SPLIT")) + "/ballots";
    isTaken(event(party, "startsOn", "2017-01-10"), "on", "2017-01-10");
    isRefused(event(other, "startsOn", "2017-01-10"), "on", "2017-01-10");
    isRefused(event(party, "startsOn", "2017-01-10"), "on", "2017-01-11");
  }
}
