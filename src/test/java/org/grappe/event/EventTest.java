package org.grappe.event;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EventTest {
  private String host;

  @BeforeEach
  void a_cluster() {
    host = make("/clusters", aCluster());
  }

  private String event(Object... members) {
    return make("/events", with(anEvent(host), members));
  }

  @Test
  void it_is_named_for_its_series_and_edition_where_it_has_no_name_of_its_own() {
    Map<String, Object> body = with(anEvent(host), "series", "Innovation IT Day", "edition", 2017);
    body.remove("name");
    String id = make("/events", body);
    get("/events/{id}", id).body("name", equalTo("Innovation IT Day 2017"));
    patch("/events/" + id, Map.of("edition", 2018)).body("name", equalTo("Innovation IT Day 2018"));
    patch("/events/" + id, Map.of("name", "The Day")).body("name", equalTo("The Day"));
  }

  @Test
  void a_series_is_told_in_the_order_of_its_editions() {
    String series = unique("Day");
    for (int edition : List.of(2017, 2015, 2016)) {
      String year = edition == 2016 ? null : edition + "-06-04";
      Map<String, Object> body = with(anEvent(host), "series", series, "edition", edition);
      if (year != null) {
        body.put("startsOn", year);
      }
      make("/events", body);
    }
    get("/events?series={s}", series.toUpperCase(java.util.Locale.ROOT))
        .body("items.edition", contains(2015, 2016, 2017));
    get("/events?series={s}&sort=-startsOn", series)
        .body("items.edition", contains(2017, 2015, 2016));
  }

  @Test
  void a_range_of_days_finds_what_overlaps_it() {
    String day = event("startsOn", "2017-06-29");
    String days = event("startsOn", "2017-06-28", "endsOn", "2017-07-02");
    String month = event("startsOn", "2017-06");
    event();
    found("2017-06-29", "2017-06-30", day, days, month);
    found("2017-07-01", "2017-07-02", days);
    found("2017-06-01", "2017-06-29", days, month);
    found("2017-07-03", "2018-01-01");
  }

  @Test
  void a_range_without_a_day_finds_nothing_and_one_that_ends_before_it_begins_is_refused() {
    event("startsOn", "2017-06-28", "endsOn", "2017-07-02");
    event("startsOn", "2017-06-28", "recurrence", "FREQ=DAILY;COUNT=5");
    for (String order : List.of("startsOn", "-startsOn", "name")) {
      String days = "/events?cluster={c}&sort=" + order + "&from=2017-06-30&until=";
      get(days + "2017-06-30", host).body("items", empty());
      get(days + "2017-07-01", host).body("items", hasSize(2));
    }
    for (String list : List.of("/events", "/events.ics", "/events.atom", "/events.csv")) {
      admin()
          .get(list + "?from=2017-06-30&until=2017-06-29")
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-parameter"))
          .body("errors.parameter", contains("from", "until"))
          .body("errors.detail", everyItem(containsString("2017-06-29")));
    }
  }

  private void found(String from, String until, String... ids) {
    get("/events?cluster={c}&from={f}&until={u}", host, from, until)
        .body("items.id", containsInAnyOrder((Object[]) ids));
  }

  @Test
  void it_is_past_after_its_last_possible_day() {
    String id = event("startsOn", "2017-06");
    get("/events/{id}?on=2017-06-30", id).body("status", equalTo("PLANNED"));
    get("/events/{id}?on=2017-07-01", id).body("status", equalTo("PAST"));
    get("/events?cluster={c}&status=past&on=2017-06-30", host).body("items", empty());
  }

  @Test
  void a_cancelled_one_stays_visible_with_its_reason_and_is_cancelled_once() {
    String id = event("startsOn", "2030-01-08");
    post("/events/" + id + "/cancellation", Map.of("on", "2026-02-01", "reason", "no hall"))
        .statusCode(200)
        .body("cancelledOn", equalTo("2026-02-01"))
        .body("status", equalTo("CANCELLED"))
        .body("statements[0].text", equalTo("no hall"));
    post("/events/" + id + "/cancellation", Map.of()).statusCode(409);
    get("/events?cluster={c}", host).body("items.status", contains("CANCELLED"));
    get("/events/{id}?on=2026-01-31", id).body("status", equalTo("PLANNED"));
  }

  @Test
  void times_are_local_and_a_day_may_have_23_or_25_hours() {
    for (String day : List.of("2026-03-29", "2026-10-25")) {
      String id = event("startsOn", day, "startTime", "01:30", "endTime", "03:30");
      get("/events/{id}", id)
          .body("startTime", equalTo("01:30"))
          .body("timezone", equalTo("Europe/Paris"));
    }
    String far =
        event("startsOn", "2026-01-01", "startTime", "09:00", "timezone", "Indian/Reunion");
    get("/events/{id}", far).body("timezone", equalTo("Indian/Reunion"));
  }

  @Test
  void faults_point_at_what_was_sent_and_are_told_at_once() {
    post(
            "/events",
            Map.of(
                "host",
                "no such",
                "edition",
                "x",
                "statements",
                List.of(Map.of("value", Map.of()))))
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/host", "/edition", "/statements/0/value"))
        .body(
            "errors.find { it.pointer == '/host' }.detail",
            equalTo("There is no cluster \"no such\"."));
  }

  @Test
  void what_cannot_be_is_refused_by_field() {
    refused("/name", "name", null);
    refused("/edition", "edition", 2017);
    refused("/endsOn", "startsOn", "2017-06-29", "endsOn", "2017-06-28");
    refused("/startsOn", "endsOn", "2017-06-28");
    refused("/startsOn", "startsOn", "2017-06", "startTime", "12:00");
    refused("/endTime", "startsOn", "2017-06-29", "startTime", "12:00", "endTime", "12:00");
    refused("/startTime", "startsOn", "2017-06-29", "endTime", "12:00");
    refused("/startTime", "startsOn", "2017-06-29", "startTime", "25:00");
    refused("/timezone", "timezone", "Europe/Toulouse");
    refused("/url", "url", "javascript:alert(1)");
    refused("/host", "host", Map.of());
    refused("/host", "host", "no-such-cluster");
    refused("/capacity", "capacity", -1);
    refused(
        "/quotas/0/places", "capacity", 5, "quotas", List.of(Map.of("cluster", host, "places", 6)));
    refused("/recurrence", "startsOn", "2026-01-13", "recurrence", "FREQ=HOURLY");
    refused("/recurrence", "startsOn", "2026-01-14", "recurrence", "FREQ=MONTHLY;BYDAY=2TU");
    refused("/exceptions", "startsOn", "2026-01-14", "exceptions", List.of("2026-01-14"));
    refused("/uid", "uid", "mine");
  }

  private void refused(String pointer, Object... members) {
    post("/events", with(anEvent(host), members))
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void an_organisation_may_host_it_and_then_no_editor_writes_it() {
    String organisation = make("/organisations", anOrganisation());
    String id = event("host", Map.of("organisation", organisation), "startsOn", "2017");
    get("/events/{id}", id)
        .body("host.organisation.id", equalTo(organisation))
        .body("host.cluster", nullValue());
    bearer(aKey("EDITOR", host))
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("city", "Toulouse"))
        .patch("/events/{id}", id)
        .then()
        .statusCode(403);
    delete("/organisations/" + organisation)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("events"));
  }

  @Test
  void who_was_there_is_not_deleted() {
    String guest = make("/organisations", anOrganisation());
    String id = event("present", List.of(guest));
    get("/events/{id}", id).body("present.id", contains(guest));
    delete("/organisations/" + guest).statusCode(409).body("referredToBy.id", equalTo(id));
  }

  @Test
  void it_is_found_in_its_region_or_else_in_its_hosts() {
    String old = make("/clusters", with(aCluster(), "region", "91"));
    String unnamed = make("/events", with(anEvent(old), "city", unique("city")));
    String elsewhere = make("/events", with(anEvent(old), "region", "84"));
    get("/events?region=76&q={q}", nameOf(unnamed)).body("items.id", contains(unnamed));
    get("/events?region=91&q={q}", nameOf(unnamed)).body("items.id", contains(unnamed));
    get("/events?region=76&q={q}", nameOf(elsewhere)).body("items", empty());
    get("/events?region=84&q={q}", nameOf(elsewhere)).body("items.id", contains(elsewhere));
  }

  private static String nameOf(String id) {
    return get("/events/{id}", id).extract().path("name");
  }

  @Test
  void no_cluster_hosts_anything_after_its_end() {
    String later = event("startsOn", "2017-06-29");
    String now = event("startsOn", "2016-12-01", "endsOn", "2017-02-01");
    patch("/clusters/" + host, Map.of("dissolvedOn", "2017-06")).statusCode(200);
    patch("/clusters/" + host, Map.of("dissolvedOn", "2017-01-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("dissolvedOn"))
        .body("bound", equalTo("2017-06-29"))
        .body("other.id", equalTo(later));
    patch("/clusters/" + host, Collections.singletonMap("dissolvedOn", null)).statusCode(200);
    post("/clusters/" + host + "/dissolution", Map.of("on", "2017-01-01")).statusCode(200);
    get("/events/{id}", later)
        .body("cancelledOn", equalTo("2017-01-01"))
        .body("status", equalTo("CANCELLED"));
    get("/events/{id}", now).body("status", equalTo("PAST"));
    post("/events", with(anEvent(host), "startsOn", "2017-01-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("startsOn"))
        .body("bound", equalTo("2017-01-01"));
  }

  @Test
  void events_on_one_day_in_one_city_clash_among_partners_alone() {
    String partner = make("/clusters", aCluster());
    String stranger = make("/clusters", aCluster());
    make("/conventions", aConvention(host, partner));
    String city = unique("City");
    String mine = event("startsOn", "2017-06-28", "endsOn", "2017-06-30", "city", city);
    String own = event("startsOn", "2017-06-30", "city", city);
    String theirs = make("/events", with(anEvent(partner), "startsOn", "2017-06-29", "city", city));
    make("/events", with(anEvent(stranger), "startsOn", "2017-06-29", "city", city));
    event("startsOn", "2017-07-01", "city", city);
    event("startsOn", "2017-06-29", "city", unique("City"));
    event("startsOn", "2017-06", "city", city);
    String cancelled = event("startsOn", "2017-06-29", "city", city);
    post("/events/" + cancelled + "/cancellation", Map.of()).statusCode(200);
    get("/events/{id}/clashes", mine).body("items.id", containsInAnyOrder(own, theirs));
    get("/events/{id}/clashes", own).body("items.id", contains(mine));
    get("/events/{id}/clashes", "01000000-0000-7000-8000-000000000000").statusCode(404);
  }

  @Test
  void its_past_can_be_asked_for() {
    String id = event("startsOn", "2030-01-08");
    String before = admin().get("/events/{id}", id).then().extract().path("updatedAt");
    patch("/events/" + id, Map.of("startsOn", "2030-02-08")).statusCode(200);
    admin()
        .get("/events/{id}?knownAt={at}", id, before)
        .then()
        .statusCode(200)
        .body("startsOn", equalTo("2030-01-08"));
    admin()
        .get("/events/{id}/history", id)
        .then()
        .body("items[1].changes.pointer", contains("/startsOn"));
  }
}
