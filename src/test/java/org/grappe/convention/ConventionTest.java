package org.grappe.convention;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ConventionTest {
  private String toulouse;
  private String montpellier;

  @BeforeEach
  void two_clusters() {
    toulouse = make("/clusters", aCluster());
    montpellier = make("/clusters", aCluster());
  }

  private Map<String, Object> signedTwice() {
    return with(
        aConvention(toulouse, montpellier),
        "signings",
        List.of(
            Map.of("on", "2015-06-05", "city", "Montpellier", "witnesses", List.of("Damien Alary")),
            Map.of("on", "2015-06-04", "city", "Toulouse")));
  }

  @Test
  void it_is_in_force_from_its_first_signing_until_its_end() {
    String id = make("/conventions", with(signedTwice(), "until", "2018-01-01"));
    get("/conventions/{id}", id).body("from", equalTo("2015-06-04"));
    statusOn(id, "2015-06-03", "DRAFTED");
    statusOn(id, "2015-06-04", "IN_FORCE");
    statusOn(id, "2017-12-31", "IN_FORCE");
    statusOn(id, "2018-01-01", "ENDED");
    for (var party : List.of(toulouse, montpellier)) {
      get("/conventions?cluster={c}&on=2016-01-01", party).body("items.id", contains(id));
    }
    get("/conventions?cluster={c}&on=2018-01-01", toulouse).body("items", empty());
    get("/conventions?cluster={c}&on=2018-01-01&status=ended", toulouse)
        .body("items.id", contains(id));
  }

  @Test
  void it_is_only_signed_before_the_day_agreed_and_drafted_without_a_signing() {
    String signed = make("/conventions", with(signedTwice(), "from", "2015-09"));
    statusOn(signed, "2015-08-31", "SIGNED");
    statusOn(signed, "2015-09-01", "IN_FORCE");
    String drafted = make("/conventions", with(signedTwice(), "signings", List.of()));
    statusOn(drafted, "2026-01-01", "DRAFTED");
    String agreed =
        make("/conventions", with(signedTwice(), "signings", List.of(), "from", "2017-01-01"));
    statusOn(agreed, "2016-12-31", "DRAFTED");
    statusOn(agreed, "2017-01-01", "IN_FORCE");
    get("/conventions?cluster={c}&on=2016-01-01&covers=events", toulouse)
        .body("items.id", contains(signed));
    get("/conventions?cluster={c}&on=2016-01-01&covers=offices", toulouse).body("items", empty());
  }

  @Test
  void what_cannot_be_is_refused_by_field() {
    refused(with(signedTwice(), "parties", List.of(toulouse)), "/parties");
    refused(with(signedTwice(), "parties", List.of(toulouse, "no-such")), "/parties/1");
    refused(with(signedTwice(), "parties", List.of(toulouse, toulouse)), "/parties/1");
    refused(with(signedTwice(), "covers", List.of()), "/covers");
    refused(with(signedTwice(), "covers", List.of("MONEY")), "/covers/0");
    refused(with(signedTwice(), "until", "2015-06-03"), "/until");
    refused(with(signedTwice(), "signings", List.of(Map.of("city", "Toulouse"))), "/signings/0/on");
  }

  @Test
  void an_editor_of_any_party_writes_it() {
    String id = make("/conventions", signedTwice());
    for (String key : List.of(aKey("EDITOR", montpellier), aKey("EDITOR", toulouse))) {
      bearer(key)
          .contentType("application/merge-patch+json")
          .header("If-Match", "*")
          .body(Map.of("remarks", "drafted in three meetings"))
          .patch("/conventions/{id}", id)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void one_under_which_an_event_is_shared_is_ended_not_deleted() {
    String id = make("/conventions", signedTwice());
    String event = make("/events", with(anEvent(toulouse), "startsOn", "2017-06-29"));
    post("/events/" + event + "/shares", Map.of("cluster", montpellier)).statusCode(201);
    delete("/conventions/" + id)
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("referredToBy.collection", equalTo("shares"));
    patch("/conventions/" + id, Map.of("until", "2017-01-01")).statusCode(200);
    get("/events?cluster={c}", montpellier).body("items.id", contains(event));
  }

  @Test
  void a_cluster_that_ends_ends_the_conventions_that_it_leaves_with_one_party() {
    String third = make("/clusters", aCluster());
    String two = make("/conventions", signedTwice());
    String three =
        make("/conventions", with(signedTwice(), "parties", List.of(toulouse, montpellier, third)));
    post("/clusters/" + toulouse + "/dissolution", Map.of("on", "2016-01-01")).statusCode(200);
    get("/conventions/{id}", two).body("until", equalTo("2016-01-01"));
    statusOn(three, "2016-01-02", "IN_FORCE");
  }

  @Test
  void an_end_that_is_entered_late_ends_it_when_one_party_is_left() {
    String third = make("/clusters", aCluster());
    String three =
        make("/conventions", with(signedTwice(), "parties", List.of(toulouse, montpellier, third)));
    String two = make("/conventions", with(signedTwice(), "parties", List.of(toulouse, third)));
    post("/clusters/" + third + "/dissolution", Map.of("on", "2020-06")).statusCode(200);
    get("/conventions/{id}", three).body("until", nullValue());
    post("/clusters/" + toulouse + "/dissolution", Map.of("on", "2018-01-01")).statusCode(200);
    get("/conventions/{id}", three).body("until", equalTo("2020-06"));
    get("/conventions/{id}", two).body("until", equalTo("2018-01-01"));
    statusOn(three, "2019-01-01", "IN_FORCE");
  }

  @Test
  void a_list_is_not_too_short_for_what_is_wrong_in_it() {
    told(with(signedTwice(), "covers", List.of("X")), "/covers/0");
    told(with(signedTwice(), "covers", List.of()), "/covers");
    told(with(signedTwice(), "parties", List.of(toulouse, "nope")), "/parties/1");
    told(with(signedTwice(), "parties", List.of("nope")), "/parties", "/parties/0");
  }

  private static void told(Map<String, Object> body, String... pointers) {
    post("/conventions", body).statusCode(422).body("errors.pointer", contains(pointers));
  }

  private static void statusOn(String id, String day, String status) {
    get("/conventions/{id}?on={day}", id, day).body("status", equalTo(status));
  }

  private static void refused(Map<String, Object> body, String pointer) {
    post("/conventions", body).statusCode(422).body("errors.pointer", hasItem(pointer));
  }
}
