package org.grappe.sharing;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SharingTest {
  private String host;
  private String partner;
  private String convention;

  @BeforeEach
  void two_clusters_with_a_convention() {
    host = make("/clusters", aCluster());
    partner = make("/clusters", aCluster());
    convention = make("/conventions", aConvention(host, partner));
  }

  private String event(Object... members) {
    return make("/events", with(anEvent(host), "startsOn", "2017-06-29"), members);
  }

  private static String make(String path, Map<String, Object> body, Object... members) {
    return org.grappe.testing.Api.make(path, with(body, members));
  }

  private ValidatableResponse ask(String event) {
    return post("/events/" + event + "/shares", Map.of("cluster", partner));
  }

  private void refused(String event, String problem) {
    ask(event).statusCode(409).body("type", equalTo("/problems/" + problem));
    get("/events/{id}/shares", event).body("items", empty());
  }

  private static ValidatableResponse by(String key, String path) {
    return bearer(key).contentType("application/json").body(Map.of()).post(path).then();
  }

  @Test
  void the_host_asks_and_the_partner_accepts() {
    String event = event();
    String shares = "/events/" + event + "/shares";
    String hosts = aKey("EDITOR", host);
    String partners = aKey("EDITOR", partner);
    var wish = Map.of("cluster", partner);
    bearer(partners).contentType("application/json").body(wish).post(shares).then().statusCode(403);
    bearer(hosts)
        .contentType("application/json")
        .body(wish)
        .post(shares)
        .then()
        .statusCode(201)
        .body("status", equalTo("REQUESTED"))
        .body("convention.id", equalTo(convention));
    get("/events?cluster={c}", partner).body("items", empty());
    by(hosts, shares + "/" + partner + "/acceptance").statusCode(403);
    by(partners, shares + "/" + partner + "/acceptance")
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"));
    by(partners, shares + "/" + partner + "/acceptance").statusCode(409);
    get("/events?cluster={c}", partner)
        .body("items.id", contains(event))
        .body("items[0].host.cluster.id", equalTo(host))
        .body("items[0].sharedWith.cluster.id", contains(partner))
        .body("items[0].sharedWith.convention.id", contains(convention));
    get("/events?sharedWith={c}", partner).body("items.id", contains(event));
    get("/events?sharedWith={c}", host).body("items", empty());
    get("/events?cluster={c}&on=2017-01-01", partner).body("items", empty());
  }

  @Test
  void the_partner_declines_and_may_be_asked_again() {
    String event = event();
    String share = "/events/" + event + "/shares/" + partner;
    ask(event).statusCode(201);
    post(share + "/refusal", Map.of("reason", "another fair that week"))
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("statements[0].text", equalTo("another fair that week"));
    post(share + "/refusal", Map.of()).statusCode(409);
    post(share + "/acceptance", Map.of()).statusCode(409);
    get("/events?cluster={c}", partner).body("items", empty());
    ask(event).statusCode(201).body("status", equalTo("ACCEPTED"));
    get("/events?cluster={c}", partner).body("items.id", contains(event));
  }

  @Test
  void what_an_administrator_asks_stands_until_the_partner_speaks() {
    String event = event();
    ask(event).statusCode(201).body("status", equalTo("ACCEPTED"));
    ask(event).statusCode(409).body("type", equalTo("/problems/already-shared"));
    String accept = "/events/" + event + "/shares/" + partner + "/acceptance";
    post(accept, Map.of()).statusCode(200);
    post(accept, Map.of()).statusCode(409).body("type", equalTo("/problems/already-shared"));
  }

  @Test
  void what_may_not_be_shared_is_refused_and_says_why() {
    refused(event("scope", "LOCAL"), "local-event");
    refused(event("startsOn", "2015-12-31"), "no-convention-in-force");
    refused(event("startsOn", null), "no-convention-in-force");
    refused(
        event("host", Map.of("organisation", make("/organisations", anOrganisation()))),
        "no-convention-in-force");
    refused(event("host", partner), "own-event");
    patch("/conventions/" + convention, Map.of("until", "2017-06-29")).statusCode(200);
    refused(event(), "no-convention-in-force");
    patch("/conventions/" + convention, Map.of("until", "2017-06-30", "covers", List.of("OFFICES")))
        .statusCode(200);
    refused(event(), "no-convention-in-force");
    post("/events/" + event() + "/shares", Map.of("cluster", "no-such")).statusCode(422);
  }

  @Test
  void a_series_needs_a_convention_on_each_occurrence_to_come() {
    patch("/conventions/" + convention, Map.of("until", "2031-01-01")).statusCode(200);
    refused(
        event("startsOn", "2030-12-03", "recurrence", "FREQ=WEEKLY;COUNT=9"),
        "no-convention-in-force");
    refused(event("startsOn", "2030-12-03", "recurrence", "FREQ=WEEKLY"), "no-convention-in-force");
    ask(event("startsOn", "2030-12-03", "recurrence", "FREQ=WEEKLY;COUNT=4")).statusCode(201);
    ask(event("startsOn", "2015-12-01", "recurrence", "FREQ=YEARLY;UNTIL=20301201"))
        .statusCode(201);
  }

  @Test
  void a_series_that_begins_before_the_convention_waits_for_it() {
    patch("/conventions/" + convention, Map.of("from", "2031-01-01")).statusCode(200);
    refused(event("startsOn", "2030-12-03", "recurrence", "FREQ=WEEKLY"), "no-convention-in-force");
    ask(event("startsOn", "2031-01-07", "recurrence", "FREQ=WEEKLY")).statusCode(201);
  }

  @Test
  void while_it_is_shared_it_is_not_moved_out_of_the_convention_nor_made_local() {
    String event = event();
    ask(event).statusCode(201);
    moved(event, Map.of("scope", "LOCAL"), "local-event");
    moved(event, Map.of("startsOn", "2015-12-31"), "no-convention-in-force");
    moved(event, Map.of("host", make("/clusters", aCluster())), "no-convention-in-force");
    moved(event, Map.of("host", partner), "own-event");
    patch("/events/" + event, Map.of("startsOn", "2018-01-01", "venue", "Diagora")).statusCode(200);
  }

  private static void moved(String event, Map<String, ?> patch, String problem) {
    patch("/events/" + event, patch).statusCode(409).body("type", equalTo("/problems/" + problem));
  }

  @Test
  void the_end_of_a_convention_does_not_unshare() {
    String event = event();
    ask(event).statusCode(201);
    patch("/conventions/" + convention, Map.of("until", "2017-01-01")).statusCode(200);
    get("/events?cluster={c}", partner).body("items.id", contains(event));
    patch("/events/" + event, Map.of("venue", "Diagora")).statusCode(200);
    refused(event(), "no-convention-in-force");
  }

  @Test
  void a_shared_event_is_not_deleted_before_the_share() {
    String event = event();
    ask(event).statusCode(201);
    delete("/events/" + event).statusCode(409);
    delete("/events/" + event + "/shares/" + partner).statusCode(204);
    admin()
        .get("/events/" + event + "/shares/" + partner + "/history")
        .then()
        .statusCode(200)
        .body("items.action", contains("CREATED", "DELETED"));
    delete("/events/" + event).statusCode(204);
  }

  @Test
  void the_history_of_a_share_tells_of_the_one_that_was_taken_back_before_it() {
    String event = event();
    String share = "/events/" + event + "/shares/" + partner;
    ask(event).statusCode(201);
    delete(share).statusCode(204);
    ask(event).statusCode(201);
    bearer(aKey("EDITOR", partner))
        .get(share + "/history")
        .then()
        .statusCode(200)
        .body("items.action", contains("CREATED", "DELETED", "CREATED"));
    bearer(aKey("EDITOR", partner))
        .get(share + "/history?limit=2")
        .then()
        .body("items.action", contains("CREATED", "DELETED"));
  }

  @Test
  void of_two_that_ask_at_once_one_is_refused() throws Exception {
    String event = event();
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Integer> statuses =
          pool
              .invokeAll(
                  IntStream.range(0, 8)
                      .<java.util.concurrent.Callable<Integer>>mapToObj(
                          n -> () -> ask(event).extract().statusCode())
                      .toList())
              .stream()
              .map(SharingTest::result)
              .sorted()
              .toList();
      List<Integer> expected =
          Stream.concat(Stream.of(201), Stream.generate(() -> 409).limit(7)).toList();
      assertEquals(expected, statuses);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Integer result(java.util.concurrent.Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
