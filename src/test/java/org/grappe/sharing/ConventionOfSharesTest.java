package org.grappe.sharing;

import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A convention is not taken from under what is shared under it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ConventionOfSharesTest {
  private static final String DAY = "2027-03-01";
  private String host;
  private String partner;
  private String convention;
  private String event;

  @BeforeEach
  void an_event_that_can_be_shared() {
    host = make("/clusters", aCluster());
    partner = make("/clusters", aCluster());
    convention = make("/conventions", aConvention(host, partner));
    event = make("/events", with(anEvent(host), "startsOn", DAY));
  }

  private int share() {
    return post("/events/" + event + "/shares", Map.of("cluster", partner)).extract().statusCode();
  }

  private int change(String field, Object value) {
    return patch("/conventions/" + convention, body(field, value)).extract().statusCode();
  }

  private static Map<String, Object> body(String field, Object value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(field, value);
    return body;
  }

  private void refused(String field, Object value, String bound) {
    patch("/conventions/" + convention, body(field, value))
        .statusCode(409)
        .body("type", equalTo("/problems/no-convention-in-force"))
        .body("field", equalTo(field))
        .body("bound", equalTo(bound))
        .body("other.id", equalTo(event));
  }

  @Test
  void it_stays_in_force_covers_events_and_binds_both() {
    assertTrue(share() == 201);
    refused("until", "2027-01-01", DAY);
    refused("from", "2028-01-01", DAY);
    refused("signings", List.of(Map.of("on", "2028-01-01")), DAY);
    refused("signings", List.of(), DAY);
    refused("covers", List.of("PROGRAMMES"), null);
    refused("parties", List.of(host, make("/clusters", aCluster())), null);
    delete("/conventions/" + convention).statusCode(409);
    assertTrue(change("until", "2027-03-02") == 200);
    assertTrue(change("covers", List.of("EVENTS", "PROGRAMMES")) == 200);
    get("/events/" + event).body("sharedWith.convention.id", contains(convention));
    patch("/events/" + event, Map.of("startsOn", "2027-02-28")).statusCode(200);
  }

  @Test
  void what_is_shared_no_longer_does_not_stand_against_it() {
    assertTrue(share() == 201);
    post("/events/" + event + "/shares/" + partner + "/refusal", Map.of()).statusCode(200);
    assertTrue(change("until", "2027-01-01") == 200);
  }

  @Test
  void a_series_is_shared_as_long_as_it_goes_on() {
    patch("/events/" + event, Map.of("recurrence", "FREQ=WEEKLY;COUNT=3")).statusCode(200);
    assertTrue(share() == 201);
    refused("until", "2027-03-08", "2027-03-15");
    patch("/events/" + event, Map.of("recurrence", "FREQ=WEEKLY")).statusCode(200);
    refused("until", "2099-01-01", null);
  }

  @Test
  void what_another_convention_covers_stands_under_that_one() {
    assertTrue(share() == 201);
    String next =
        make(
            "/conventions",
            with(aConvention(host, partner), "signings", List.of(Map.of("on", "2027-01-01"))));
    get("/events/" + event).body("sharedWith.convention.id", contains(convention));
    assertTrue(change("until", "2027-01-01") == 200);
    get("/events/" + event).body("sharedWith.convention.id", contains(next));
    convention = next;
    refused("until", "2027-02-01", DAY);
  }

  @Test
  void a_dissolution_ends_it_all_the_same() {
    assertTrue(share() == 201);
    post("/clusters/" + host + "/dissolution", Map.of("on", "2026-01-01")).statusCode(200);
    get("/conventions/" + convention).body("until", equalTo("2026-01-01"));
  }

  @RepeatedTest(8)
  void of_a_share_and_the_end_of_the_convention_one_is_refused() {
    one(this::share, () -> change("until", "2027-01-01"));
  }

  @RepeatedTest(8)
  void of_a_move_and_the_end_of_the_convention_one_is_refused() {
    assertTrue(share() == 201);
    one(
        () -> patch("/events/" + event, Map.of("startsOn", "2028-03-01")).extract().statusCode(),
        () -> change("until", "2028-01-01"));
  }

  private static void one(Callable<Integer> first, Callable<Integer> second) {
    List<Integer> statuses = Race.of(List.of(first, second));
    assertTrue(statuses.stream().filter(status -> status == 409).count() == 1, statuses.toString());
  }
}
