package org.grappe.event;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OccurrenceTest {
  private String host;

  private String workshop;

  @BeforeEach
  void a_workshop_on_every_second_tuesday() {
    host = make("/clusters", aCluster());
    workshop =
        make(
            "/events",
            with(
                anEvent(host),
                "startsOn",
                "2026-01-13",
                "startTime",
                "12:00",
                "endTime",
                "13:30",
                "recurrence",
                "FREQ=MONTHLY;BYDAY=2TU",
                "exceptions",
                List.of("2026-08-11")));
  }

  private ValidatableResponse between(String from, String until) {
    return get("/events?cluster={c}&from={f}&until={u}&on=2026-06-30", host, from, until);
  }

  @Test
  void a_rule_gives_its_days_in_a_time_of_a_year_at_most() {
    between("2026-07-01", "2026-11-10")
        .body("items", hasSize(1))
        .body("items[0].occurrences.date", contains("2026-07-14", "2026-09-08", "2026-10-13"))
        .body("items[0].occurrences.startsOn[0]", equalTo("2026-07-14"))
        .body("items[0].occurrences.startTime[0]", equalTo("12:00"))
        .body("items[0].occurrences.status[0]", equalTo("PLANNED"));
    between("2026-07-15", "2026-09-08").body("items", empty());
    between("2026-01-01", "2027-01-02").body("items[0].occurrences", hasSize(11));
    between("2026-01-01", "2027-01-03").body("items[0].occurrences", empty());
    get("/events?cluster={c}&from=2026-07-15", host).body("items[0].occurrences", empty());
    get("/events?cluster={c}&until=2026-01-13", host).body("items", empty());
  }

  @Test
  void one_is_moved_by_itself() {
    String september = "/events/" + workshop + "/occurrences/2026-09-08";
    patch(september, Map.of("startsOn", "2026-10-01", "startTime", "12:30", "venue", "Diagora"))
        .statusCode(200)
        .body("date", equalTo("2026-09-08"))
        .body("startsOn", equalTo("2026-10-01"))
        .body("endsOn", equalTo("2026-10-01"))
        .body("startTime", equalTo("12:30"))
        .body("endTime", equalTo("13:30"))
        .body("venue", equalTo("Diagora"));
    between("2026-09-01", "2026-10-01").body("items", empty());
    between("2026-10-01", "2026-11-01")
        .body("items[0].occurrences.date", contains("2026-09-08", "2026-10-13"))
        .body("items[0].occurrences.startsOn", contains("2026-10-01", "2026-10-13"))
        .body("items[0].occurrences.startTime", contains("12:30", "12:00"));
    Map<String, Object> back = new java.util.HashMap<>();
    back.put("startsOn", null);
    patch(september, back).body("startsOn", equalTo("2026-09-08"));
  }

  @Test
  void it_ends_after_it_begins_wherever_it_is_moved() {
    String september = "/events/" + workshop + "/occurrences/2026-09-08";
    patch(september, Map.of("startTime", "13:30"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/endTime"));
    patch(september, Map.of("endsOn", "2026-09-07"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/endsOn"));
    patch(september, Map.of("anything", 1)).statusCode(422);
    get(september).body("startTime", equalTo("12:00"));
  }

  @Test
  void one_is_cancelled_by_itself_and_stays_visible() {
    String october = "/events/" + workshop + "/occurrences/2026-10-13";
    post(october + "/cancellation", Map.of("on", "2026-06-30", "reason", "a strike"))
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("reason", equalTo("a strike"));
    post(october + "/cancellation", Map.of()).statusCode(409);
    between("2026-09-01", "2026-11-01")
        .body("items[0].status", equalTo("PLANNED"))
        .body("items[0].occurrences.status", contains("PLANNED", "CANCELLED"));
  }

  @Test
  void a_series_is_cancelled_from_a_day_on() {
    post("/events/" + workshop + "/cancellation", Map.of("on", "2026-06-30")).statusCode(200);
    get("/events?cluster={c}&from=2026-06-01&until=2026-08-01&on=2026-07-31", host)
        .body("items[0].occurrences.status", contains("PAST", "CANCELLED"));
  }

  @Test
  void a_day_that_the_rule_does_not_give_is_none() {
    get("/events/{id}/occurrences/2026-09-09", workshop).statusCode(404);
    get("/events/{id}/occurrences/2026-08-11", workshop).statusCode(404);
    get("/events/{id}/occurrences/soon", workshop).statusCode(400);
    post("/events/" + workshop + "/occurrences/2026-09-09/cancellation", Map.of()).statusCode(404);
  }

  @Test
  void a_change_needs_the_version_that_was_read() {
    String address = "/events/" + workshop + "/occurrences/2026-09-08";
    var request =
        admin().contentType("application/merge-patch+json").body(Map.of("venue", "Diagora"));
    request.patch(address).then().statusCode(428);
    patch(address, Map.of("venue", "elsewhere"), "\"99-stale\"").statusCode(412);
  }

  @Test
  void one_that_a_new_rule_does_not_give_is_forgotten() {
    patch("/events/" + workshop + "/occurrences/2026-09-08", Map.of("startsOn", "2026-09-10"))
        .statusCode(200);
    patch(
            "/events/" + workshop,
            Map.of("startsOn", "2026-01-14", "recurrence", "FREQ=MONTHLY;BYDAY=2WE"))
        .statusCode(200);
    between("2026-09-01", "2026-10-01")
        .body("items[0].occurrences.startsOn", contains("2026-09-09"));
  }

  @Test
  void a_series_with_an_end_is_past_after_its_last_day() {
    String three =
        make(
            "/events",
            with(anEvent(host), "startsOn", "2026-01-05", "recurrence", "FREQ=WEEKLY;COUNT=3"));
    get("/events/{id}?on=2026-01-19", three).body("status", equalTo("PLANNED"));
    get("/events/{id}?on=2026-01-20", three).body("status", equalTo("PAST"));
    get("/events/{id}?on=2100-01-01", workshop).body("status", equalTo("PLANNED"));
  }

  @Test
  void where_an_occurrence_was_at_an_instant_is_told_of_it_whatever_becomes_of_it() {
    String before = soon();
    occurrence("2026-07-14", Map.of("startsOn", "2026-07-16")).statusCode(200);
    String moved = soon();
    Map<String, Object> back = new HashMap<>();
    back.put("startsOn", null);
    occurrence("2026-07-14", back).statusCode(200);
    Map<String, String> told = Map.of(before, "2026-07-14", moved, "2026-07-16");
    told.forEach(
        (at, day) -> {
          admin()
              .get("/events?cluster={c}&from=2026-07-01&until=2026-08-01&knownAt={at}", host, at)
              .then()
              .body("items[0].occurrences.startsOn", contains(day));
          admin()
              .get("/events/{id}/occurrences/2026-07-14?knownAt={at}", workshop, at)
              .then()
              .body("startsOn", equalTo(day));
        });
  }

  private static String soon() {
    pause();
    String now = Instant.now().toString();
    pause();
    return now;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private ValidatableResponse occurrence(String date, Map<String, ?> patch) {
    return patch("/events/" + workshop + "/occurrences/" + date, patch);
  }

  private static void isOutside(ValidatableResponse refused, String field, String bound) {
    refused
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo(field))
        .body("bound", equalTo(bound));
  }

  @Test
  void a_series_ends_with_its_cluster() {
    isOutside(
        patch("/clusters/" + host, Map.of("dissolvedOn", "2026-05-01"))
            .body("other.id", equalTo(workshop)),
        "dissolvedOn",
        "2026-05-12");
    post("/clusters/" + host + "/dissolution", Map.of("on", "2026-05-01")).statusCode(200);
    get("/events/{id}/occurrences/2026-05-12", workshop).body("status", equalTo("CANCELLED"));
    isOutside(post("/events/" + workshop + "/reinstatement", Map.of()), "recurrence", "2026-05-01");
    Map<String, Object> weekly =
        with(anEvent(host), "startsOn", "2026-04-01", "recurrence", "FREQ=WEEKLY");
    isOutside(post("/events", weekly), "recurrence", "2026-05-01");
    String ended = make("/events", with(weekly, "recurrence", "FREQ=WEEKLY;UNTIL=20260430"));
    String last = "/events/" + ended + "/occurrences/2026-04-29";
    patch(last, Map.of("startsOn", "2026-04-30")).statusCode(200);
    isOutside(patch(last, Map.of("startsOn", "2026-05-01")), "startsOn", "2026-05-01");
    post("/clusters/" + host + "/dissolution/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/events/{id}/occurrences/2026-05-12", workshop).body("cancelledOn", nullValue());
  }
}
