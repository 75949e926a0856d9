package org.grappe.registration;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to an event, and who waits for a place. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RegistrationTest {
  private static final String DAY = "2090-05-01";
  private String host;
  private String event;

  @BeforeEach
  void a_host() {
    host = make("/clusters", aCluster());
  }

  private void event(Object... members) {
    event = make("/events", with(with(anEvent(host), "startsOn", DAY), members));
  }

  private String list() {
    return "/events/" + event + "/registrations";
  }

  private ValidatableResponse register(int places) {
    return register(places, make("/organisations", anOrganisation()), null);
  }

  private ValidatableResponse register(int places, String organisation, String membership) {
    Map<String, Object> body = new HashMap<>(Map.of("organisation", organisation));
    body.put("places", places);
    if (membership != null) {
      body.put("membership", membership);
    }
    return post(list(), body);
  }

  /** A registration with so many places, which must be this. */
  private String registered(int places, String status) {
    return list()
        + "/"
        + register(places).statusCode(201).body("status", equalTo(status)).extract().path("id");
  }

  /** The same on a new membership in this cluster. */
  private String member(String cluster, int places, String status) {
    String organisation = make("/organisations", anOrganisation());
    String membership =
        make("/memberships", with(aMembership(cluster, organisation), "from", "2016-01-01"));
    return list()
        + "/"
        + register(places, organisation, membership)
            .statusCode(201)
            .body("status", equalTo(status))
            .extract()
            .path("id");
  }

  private static ValidatableResponse cancel(String registration) {
    return post(registration + "/cancellation", Map.of());
  }

  private static void stands(String registration, String status, Integer position) {
    admin()
        .get(registration)
        .then()
        .statusCode(200)
        .body("status", equalTo(status))
        .body("position", equalTo(position));
  }

  private void places(Integer capacity, int confirmed, int waiting) {
    get("/events/" + event)
        .body("places.capacity", equalTo(capacity))
        .body("places.confirmed", equalTo(confirmed))
        .body("places.waiting", equalTo(waiting));
  }

  private static void full(ValidatableResponse answer, String why) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/capacity-exceeded"))
        .body("detail", containsString(why));
  }

  @Test
  void what_finds_no_room_waits_and_a_freed_place_goes_to_the_head_at_once() {
    event("capacity", 4);
    places(4, 0, 0);
    String first = registered(2, "CONFIRMED");
    String second = registered(2, "CONFIRMED");
    String third = registered(2, "WAITING");
    String fourth = registered(1, "WAITING");
    String fifth = registered(1, "WAITING");
    stands(third, "WAITING", 1);
    stands(fifth, "WAITING", 3);
    places(4, 4, 4);

    cancel(first).statusCode(200).body("status", equalTo("CANCELLED"));
    stands(third, "CONFIRMED", null);
    stands(fourth, "WAITING", 1);
    places(4, 4, 2);

    patch(second, Map.of("places", 1)).statusCode(200).body("status", equalTo("CONFIRMED"));
    stands(fourth, "CONFIRMED", null);
    delete(second).statusCode(204);
    stands(fifth, "CONFIRMED", null);
    places(4, 4, 0);

    String sixth = registered(3, "WAITING");
    patch("/events/" + event, Map.of("capacity", 7))
        .statusCode(200)
        .body("places.confirmed", equalTo(7));
    stands(sixth, "CONFIRMED", null);
  }

  @Test
  void nobody_overtakes_who_waits_not_even_with_fewer_places() {
    event("capacity", 4);
    registered(3, "CONFIRMED");
    String head = registered(2, "WAITING");
    String small = registered(1, "WAITING");
    stands(head, "WAITING", 1);
    patch(head, Map.of("places", 1)).statusCode(200).body("status", equalTo("CONFIRMED"));
    stands(small, "WAITING", 1);
    patch("/events/" + event, Map.of("capacity", 10)).statusCode(200);
    stands(small, "CONFIRMED", null);
    places(10, 5, 0);
  }

  @Test
  void a_quota_holds_up_the_members_of_its_own_cluster_alone() {
    event("capacity", 10, "quotas", List.of(Map.of("cluster", host, "places", 2)));
    String first = member(host, 2, "CONFIRMED");
    String second = member(host, 1, "WAITING");
    String third = member(host, 2, "WAITING");
    registered(5, "CONFIRMED");
    places(10, 7, 3);
    cancel(first).statusCode(200);
    stands(second, "CONFIRMED", null);
    stands(third, "WAITING", 1);
    patch("/events/" + event, Map.of("quotas", List.of(Map.of("cluster", host, "places", 3))))
        .statusCode(200);
    stands(third, "CONFIRMED", null);
    full(
        patch("/events/" + event, Map.of("quotas", List.of(Map.of("cluster", host, "places", 2)))),
        "quota");
    patch("/events/" + event, Map.of("quotas", List.of())).statusCode(200);
    places(10, 8, 0);
    full(
        patch("/events/" + event, Map.of("quotas", List.of(Map.of("cluster", host, "places", 2)))),
        "quota");
  }

  @Test
  void an_event_that_takes_no_registrations_says_why() {
    event();
    get("/events/" + event).body("places", nullValue());
    full(register(1), "has no capacity");
    event("capacity", 5, "registrationsOpen", false);
    get("/events/" + event).body("places", nullValue());
    full(register(1), "not take registrations");
    patch("/events/" + event, Map.of("registrationsOpen", true)).statusCode(200);
    String standing = registered(1, "CONFIRMED");
    post("/events/" + event + "/cancellation", Map.of()).statusCode(200);
    full(register(1), "cancelled");
    full(patch(standing, Map.of("places", 2)), "cancelled");
    patch(standing, Map.of("remarks", "r")).statusCode(200);
    event("capacity", 5, "startsOn", "2016-05-01");
    full(register(1), "past");
    event = "014d2685-9c00-7002-8000-000000000099";
    register(1).statusCode(404);
    event("registrationsOpen", true);
    registered(1_000_000, "CONFIRMED");
    places(null, 1_000_000, 0);
    get("/events?cluster={c}&q=event", host).body("items.places", notNullValue());
  }

  @Test
  void of_an_event_that_is_cancelled_nobody_moves_up() {
    event("capacity", 1);
    String first = registered(1, "CONFIRMED");
    String second = registered(1, "WAITING");
    post("/events/" + event + "/cancellation", Map.of()).statusCode(200);
    cancel(first).statusCode(200);
    stands(second, "WAITING", 1);
  }

  @Test
  void what_could_never_be_confirmed_is_refused_and_does_not_wait() {
    event("capacity", 4, "quotas", List.of(Map.of("cluster", host, "places", 2)));
    full(register(5), "4 places");
    String organisation = make("/organisations", anOrganisation());
    String membership =
        make("/memberships", with(aMembership(host, organisation), "from", "2016-01-01"));
    full(register(3, organisation, membership), "2 places");
    for (Object impossible : List.of(0, -1, "2", 1.5)) {
      post(list(), Map.of("organisation", organisation, "places", impossible))
          .statusCode(422)
          .body("errors.pointer", contains("/places"));
    }
    places(4, 0, 0);
  }

  @Test
  void who_asks_for_more_than_there_is_left_at_all_holds_up_nobody() {
    event("capacity", 4);
    String first = registered(2, "CONFIRMED");
    String large = registered(4, "WAITING");
    String small = registered(2, "WAITING");
    patch("/events/" + event, Map.of("capacity", 3)).statusCode(200);
    stands(small, "WAITING", 2);
    cancel(first).statusCode(200);
    stands(small, "CONFIRMED", null);
    stands(large, "WAITING", 1);
    patch("/events/" + event, Map.of("capacity", 6)).statusCode(200);
    stands(large, "CONFIRMED", null);
  }

  @Test
  void a_capacity_below_what_is_confirmed_is_refused_and_nothing_changes() {
    event("capacity", 4);
    registered(3, "CONFIRMED");
    full(patch("/events/" + event, Map.of("capacity", 2, "name", "other")), "capacity");
    get("/events/" + event).body("capacity", equalTo(4)).body("name", startsWith("Event"));
    places(4, 3, 0);
    patch("/events/" + event, Map.of("capacity", 3)).statusCode(200);
  }

  @Test
  void more_places_need_room_that_nobody_waits_for() {
    event("capacity", 5);
    String first = registered(2, "CONFIRMED");
    patch(first, Map.of("places", 4)).statusCode(200).body("status", equalTo("CONFIRMED"));
    String waiting = registered(2, "WAITING");
    full(patch(first, Map.of("places", 5)), "others wait");
    full(patch(first, Map.of("places", 6)), "5 places");
    places(5, 4, 2);
    patch(waiting, Map.of("places", 3)).statusCode(200).body("position", equalTo(1));
    places(5, 4, 3);
  }

  @Test
  void a_confirmed_one_that_names_a_membership_takes_from_the_quota_of_its_cluster() {
    event("capacity", 4, "quotas", List.of(Map.of("cluster", host, "places", 2)));
    String organisation = make("/organisations", anOrganisation());
    String membership =
        make("/memberships", with(aMembership(host, organisation), "from", "2016-01-01"));
    String first = list() + "/" + register(2, organisation, null).extract().path("id");
    registered(2, "CONFIRMED");
    patch(first, Map.of("membership", membership))
        .statusCode(200)
        .body("membership.id", equalTo(membership))
        .body("status", equalTo("CONFIRMED"));
    places(4, 4, 0);
    member(host, 1, "WAITING");
    String third = list() + "/" + register(1, organisation, null).extract().path("id");
    patch("/events/" + event, Map.of("capacity", 6)).statusCode(200);
    stands(third, "CONFIRMED", null);
    full(patch(third, Map.of("membership", membership)), "others wait");
  }

  @Test
  void a_membership_is_the_organisations_own_in_the_host_and_active() {
    event("capacity", 4);
    String other = make("/clusters", aCluster());
    String organisation = make("/organisations", anOrganisation());
    String elsewhere =
        make("/memberships", with(aMembership(other, organisation), "from", "2016-01-01"));
    String ended =
        make(
            "/memberships",
            with(
                aMembership(host, organisation),
                "from",
                "2016-01-01",
                "until",
                "2017-01-01",
                "endReason",
                "RESIGNED"));
    String active =
        make("/memberships", with(aMembership(host, organisation), "from", "2018-01-01"));
    wrong(register(1, organisation, elsewhere), "neither hosts");
    wrong(register(1, organisation, ended), "does not hold");
    wrong(register(1, make("/organisations", anOrganisation()), active), "another organisation");
    wrong(register(1, organisation, "014d2685-9c00-7002-8000-000000000099"), "");
    String good =
        list() + "/" + register(1, organisation, active).statusCode(201).extract().path("id");
    wrong(patch(good, Map.of("organisation", make("/organisations", anOrganisation()))), "another");
    patch("/memberships/" + active, Map.of("until", "2019-01-01", "endReason", "LAPSED"))
        .statusCode(200);
    patch(good, Map.of("remarks", "still there")).statusCode(200);
    delete("/memberships/" + active)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("registrations"));
  }

  private static void wrong(ValidatableResponse answer, String why) {
    answer
        .statusCode(422)
        .body("errors.pointer", contains("/membership"))
        .body("errors[0].detail", containsString(why));
  }

  @Test
  void a_cancellation_is_told_once_with_its_reason_and_not_for_a_day_to_come() {
    event("capacity", 1);
    String one = registered(1, "CONFIRMED");
    post(one + "/cancellation", Map.of("on", "2190-01-01"))
        .statusCode(422)
        .body("errors.pointer", contains("/on"));
    post(one + "/cancellation", Map.of("on", "2026-01-05", "reason", "Ill."))
        .statusCode(200)
        .body("cancelledOn", equalTo("2026-01-05"))
        .body("statements[0].text", equalTo("Ill."));
    cancel(one)
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"))
        .body("detail", containsString("2026-01-05"));
    places(1, 0, 0);
    patch(one, Map.of("places", 1_000)).statusCode(200).body("status", equalTo("CANCELLED"));
    delete(one).statusCode(204);
    places(1, 0, 0);
  }

  @Test
  void each_of_its_steps_is_in_its_history_and_an_event_with_registrations_stays() {
    event("capacity", 1);
    String first = registered(1, "CONFIRMED");
    String second = registered(1, "WAITING");
    String then = admin().get(second).then().extract().path("updatedAt");
    cancel(first).statusCode(200);
    admin()
        .get(second + "/history")
        .then()
        .body("items.action", contains("CREATED", "CHANGED"))
        .body("items[1].changes.pointer", contains("/status"))
        .body("items[1].changes.before", contains("WAITING"));
    admin().get(second + "?knownAt=" + then).then().body("status", equalTo("WAITING"));
    delete("/events/" + event)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("registrations"));
    delete(first);
    delete(second).statusCode(204);
    delete("/events/" + event).statusCode(204);
  }

  @Test
  void an_organisation_may_register_again_and_a_retry_is_no_second_registration() {
    event("capacity", 5);
    String organisation = make("/organisations", anOrganisation());
    String key = unique("key");
    for (boolean replayed : List.of(false, true)) {
      admin()
          .header("Idempotency-Key", key)
          .contentType("application/json")
          .body(Map.of("organisation", organisation, "places", 2))
          .post(list())
          .then()
          .statusCode(201)
          .header("Location", containsString("/api/v1" + list() + "/"))
          .header("Idempotent-Replayed", equalTo(replayed ? "true" : null));
    }
    register(1, organisation, null).statusCode(201);
    places(5, 3, 0);
    admin()
        .get(list() + "?organisation={o}&status=confirmed", organisation)
        .then()
        .body("items.places", contains(2, 1));
    admin().get(list() + "?status=waiting").then().body("items", empty());
    String path = list() + "/" + admin().get(list()).then().extract().path("items[0].id");
    event("capacity", 5);
    String elsewhere = list() + path.substring(path.lastIndexOf('/'));
    admin().get(elsewhere).then().statusCode(404);
    admin().get(elsewhere + "/history").then().statusCode(404);
    cancel(elsewhere).statusCode(404);
    admin().header("If-Match", "*").delete(elsewhere).then().statusCode(404);
  }
}
