package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of conventions, events and shares when clusters become one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarHandoverTest {
  private String one;
  private String two;
  private String friend;
  private String result;

  @BeforeEach
  void two_clusters_a_friend_and_what_they_become() {
    one = founded();
    two = founded();
    friend = founded();
    result = make("/clusters", with(aCluster(), "announcedOn", "2016-01"));
  }

  private static String event(String host, String day) {
    return make("/events", with(anEvent(host), "startsOn", day));
  }

  private static void share(String event, String partner) {
    post("/events/" + event + "/shares", Map.of("cluster", partner, "on", "2016-06-01"))
        .statusCode(201);
  }

  /** Merges on 2018-01-01; the completion does what the preview says. */
  private Map<String, Object> merge(String into) {
    String merger = make("/mergers", Map.of("parties", List.of(one, two), "result", into));
    Map<String, Object> told =
        admin()
            .get("/mergers/" + merger + "/preview?effectiveOn=2018-01-01")
            .then()
            .extract()
            .path("");
    Map<String, Object> done =
        takeEffect("/mergers/" + merger, "2018-01-01").statusCode(200).extract().path("");
    for (String kind : List.of("conventions", "events", "shares")) {
      assertEquals(told.get(kind), done.get(kind), kind);
    }
    return done;
  }

  private static Object count(Map<String, Object> outcome, String kind) {
    return ((Map<?, ?>) outcome.get(kind)).get("count");
  }

  private static void calendar(String cluster, String day, String... events) {
    get("/events?cluster={c}&on={day}", cluster, day)
        .body("items.id", containsInAnyOrder((Object[]) events));
  }

  @Test
  void a_future_event_changes_host_and_keeps_its_uid_and_the_past_stays() {
    String past = event(one, "2017-12-31");
    String future = event(one, "2018-01-01");
    String series =
        make(
            "/events",
            with(anEvent(two), "startsOn", "2017-12-05", "recurrence", "FREQ=WEEKLY;COUNT=9"));
    String uid = get("/events/{id}", future).extract().path("uid");
    var done = merge(result);
    assertEquals(2, count(done, "events"));
    get("/events/{id}", future).body("uid", equalTo(uid)).body("host.cluster.id", equalTo(result));
    get("/events/{id}?on=2017-12-31", future).body("host.cluster.id", equalTo(one));
    calendar(one, "2017-12-31", past, future);
    calendar(two, "2017-12-31", series);
    calendar(result, "2017-12-31");
    calendar(one, "2018-01-01", past);
    calendar(two, "2018-01-01");
    calendar(result, "2018-01-01", future, series);
    get("/events?cluster={c}&includePredecessors=true&on=2018-01-01", result)
        .body("items.id", containsInAnyOrder(past, future, series));
  }

  @Test
  void a_convention_ends_and_is_opened_with_the_result_in_its_place() {
    String withFriend = make("/conventions", aConvention(one, friend));
    String amongThem = make("/conventions", aConvention(one, two));
    String ended = make("/conventions", with(aConvention(one, friend), "until", "2017-01-01"));
    var done = merge(result);
    assertEquals(2, count(done, "conventions"));
    get("/conventions/{id}", withFriend).body("until", equalTo("2018-01-01"));
    get("/conventions/{id}", amongThem).body("until", equalTo("2018-01-01"));
    get("/conventions/{id}", ended).body("until", equalTo("2017-01-01"));
    get("/conventions?cluster={c}&on=2018-01-01", result)
        .body("items.continues.id.flatten()", contains(withFriend))
        .body("items[0].parties.id", contains(result, friend))
        .body("items[0].from", equalTo("2018-01-01"))
        .body("items[0].status", equalTo("IN_FORCE"));
    get("/conventions?cluster={c}&on=2017-12-31", friend).body("items.id", contains(withFriend));
  }

  @Test
  void a_share_passes_to_the_result_and_one_with_the_host_itself_ends() {
    make("/conventions", aConvention(one, friend));
    make("/conventions", aConvention(one, two));
    String theirs = event(friend, "2018-06-01");
    share(theirs, one);
    String own = event(two, "2018-06-02");
    share(own, one);
    String mine = event(one, "2018-06-03");
    share(mine, friend);
    String past = event(friend, "2017-06-01");
    share(past, one);
    var done = merge(result);
    assertEquals(2, count(done, "shares"));
    calendar(one, "2017-12-31", theirs, own, mine, past);
    calendar(one, "2018-01-01", past);
    calendar(result, "2018-01-01", theirs, own, mine);
    calendar(friend, "2018-01-01", theirs, mine, past);
    get("/events/{id}", own).body("sharedWith", empty());
    get("/events/{id}", theirs).body("sharedWith.cluster.id", contains(result));
    get("/events/{id}", past).body("sharedWith.cluster.id", contains(one));
    String opened =
        get("/conventions?cluster={c}&on=2018-01-01", result).extract().path("items[0].id");
    get("/events/{id}", mine).body("sharedWith.convention.id", contains(opened));
    get("/events/{id}", theirs).body("sharedWith.convention.id", contains(opened));
  }

  @Test
  void an_absorbing_partys_own_calendar_goes_on_untouched() {
    String absorbed = event(one, "2018-06-01");
    String kept = event(two, "2018-06-02");
    String before = get("/events/{id}", kept).extract().header("ETag");
    var done = merge(two);
    assertEquals(1, count(done, "events"));
    calendar(two, "2018-01-01", absorbed, kept);
    assertEquals(before, get("/events/{id}", kept).extract().header("ETag"));
  }

  @Test
  void those_who_succeeded_a_party_are_bound_by_its_convention() {
    make("/conventions", with(aConvention(one, friend), "from", "2019-01-01"));
    merge(result);
    String event = event(result, "2019-06-01");
    post("/events/" + event + "/shares", Map.of("cluster", friend)).statusCode(201);
    post("/events", with(anEvent(one), "startsOn", "2018-06-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
    post("/events/" + event(friend, "2019-06-01") + "/shares", Map.of("cluster", one))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
  }

  @Test
  void a_reversal_leaves_an_event_that_the_result_has_gained_to_it() {
    event(one, "2018-06-01");
    merge(result);
    String own = event(result, "2018-07-01");
    String merger = get("/mergers?cluster={c}", result).extract().path("items[0].id");
    post("/mergers/" + merger + "/reversal", Map.of("reason", "The wrong parties."))
        .statusCode(200);
    get("/events/" + own).body("host.cluster.id", equalTo(result));
  }
}
