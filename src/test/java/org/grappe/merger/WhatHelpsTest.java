package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A refusal says by which field, day and record one can act. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class WhatHelpsTest {
  private String cluster;
  private String path;

  @BeforeEach
  void a_cluster() {
    cluster = founded();
    path = "/clusters/" + cluster;
  }

  private String merger() {
    String other = founded();
    return "/mergers/"
        + make(
            "/mergers",
            Map.of(
                "parties",
                List.of(cluster, other),
                "result",
                make("/clusters", aCluster()),
                "announcedOn",
                "2014"));
  }

  private static void complete(String merger) {
    takeEffect(merger, "2015-01-01").statusCode(200);
  }

  private static void at(ValidatableResponse answer, String... pointers) {
    answer.statusCode(422).body("errors.pointer", equalTo(List.of(pointers)));
  }

  @Test
  void what_is_so_already_is_told_with_its_day() {
    String merger = merger();
    post(merger + "/postponement", Map.of("on", "2014-06-01", "plannedFor", "2015"))
        .statusCode(200);
    post(merger + "/postponement", Map.of("on", "2014-07-01", "plannedFor", "2015"))
        .statusCode(409)
        .body("field", equalTo("plannedFor"))
        .body("bound", equalTo("2015"));
    complete(merger);
    post(merger + "/correction", Map.of("effectiveOn", "2015-01-01"))
        .statusCode(409)
        .body("field", equalTo("effectiveOn"))
        .body("bound", equalTo("2015-01-01"));
    post(merger + "/abandonment", Map.of()).statusCode(409).body("bound", equalTo("2015-01-01"));
  }

  @Test
  void the_end_of_a_party_is_taken_back_by_what_ended_it() {
    String merger = merger();
    complete(merger);
    post(path + "/dissolution/reversal", Map.of())
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", hasItem(merger.substring("/mergers/".length())))
        .body("detail", containsString("2015-01-01"));
    String split = founded();
    String division =
        make(
            "/divisions",
            Map.of(
                "cluster",
                split,
                "kind",
                "SPLIT",
                "results",
                List.of(make("/clusters", aCluster()))));
    complete("/divisions/" + division);
    post("/clusters/" + split + "/dissolution/reversal", Map.of())
        .statusCode(409)
        .body("obstacles.id", hasItem(division));
  }

  @Test
  void a_second_end_names_the_first() {
    post(path + "/dissolution", Map.of("on", "2015")).statusCode(200);
    post(path + "/dissolution", Map.of("on", "2016"))
        .statusCode(409)
        .body("field", equalTo("on"))
        .body("bound", equalTo("2015"));
  }

  @Test
  void who_may_not_write_steps_is_told_that_first() {
    String merger = merger();
    post(merger + "/postponement", Map.of("on", "2014-06-01", "plannedFor", "2015"))
        .statusCode(200);
    String foreign = aKey("EDITOR", make("/clusters", aCluster()));
    String announcement = merger + "/steps/" + merger.substring("/mergers/".length());
    bearer(foreign)
        .body(Map.of("kind", "POSTPONED", "on", "2013", "plannedFor", "2015"))
        .contentType("application/json")
        .post(merger + "/steps")
        .then()
        .statusCode(403);
    bearer(foreign)
        .body(Map.of("reason", "None."))
        .contentType("application/merge-patch+json")
        .header("If-Match", etag(merger))
        .patch(announcement)
        .then()
        .statusCode(403);
    bearer(foreign).header("If-Match", etag(merger)).delete(announcement).then().statusCode(403);
  }

  @Test
  void a_slug_that_another_had_leads_to_it() {
    String former = get(path).extract().path("slug");
    patch(path, Map.of("slug", unique("other").toLowerCase(Locale.ROOT))).statusCode(200);
    post("/clusters", with(aCluster(), "slug", former))
        .statusCode(409)
        .header("Location", endsWith(path))
        .body("detail", containsString(former));
  }

  @Test
  void of_two_days_out_of_order_the_one_that_was_sent_is_told() {
    patch(path, Map.of("dissolvedOn", "2010")).statusCode(200);
    at(patch(path, Map.of("foundedOn", "2011")), "/foundedOn");
    at(patch(path, Map.of("dissolvedOn", "1999")), "/dissolvedOn");
    at(patch(path, Map.of("foundedOn", "2011", "dissolvedOn", "2009")), "/dissolvedOn");
    at(
        post("/clusters", with(aCluster(), "foundedOn", "2011", "dissolvedOn", "2009")),
        "/dissolvedOn");
    String member =
        "/memberships/"
            + make(
                "/memberships",
                with(
                    aMembership(cluster, make("/organisations", anOrganisation())),
                    "from",
                    "2001-01-01",
                    "until",
                    "2002-01-01"));
    at(patch(member, Map.of("from", "2003-01-01")), "/from");
    at(patch(member, Map.of("appliedOn", "2001-06-01")), "/appliedOn");
    at(patch(member, Map.of("until", "2000-06-01")), "/until");
    String office = make(path + "/offices", Map.of("city", "Agde", "closedOn", "2005"));
    at(patch(path + "/offices/" + office, Map.of("openedOn", "2006")), "/openedOn");
    String other = make("/clusters", aCluster());
    String convention =
        "/conventions/"
            + make(
                "/conventions",
                with(
                    aConvention(cluster, other),
                    "signings",
                    List.of(),
                    "from",
                    "2001",
                    "until",
                    "2002"));
    at(patch(convention, Map.of("from", "2003")), "/from");
    String event =
        "/events/"
            + make(
                "/events",
                with(
                    anEvent(other),
                    "startsOn",
                    "2018-01-01",
                    "startTime",
                    "10:00",
                    "endTime",
                    "11:00"));
    at(patch(event, Map.of("startTime", "12:00")), "/startTime");
  }

  @Test
  void a_first_period_and_one_that_is_none_are_told_in_words() {
    String first = path + "/periods/" + cluster;
    admin()
        .header("If-Match", etag(path))
        .delete(first)
        .then()
        .statusCode(422)
        .body("errors", hasSize(1));
    patch(first, Map.of("from", "2015", "reason", "r"), etag(path))
        .statusCode(422)
        .body("errors.pointer", contains("/from", "/reason"));
    admin()
        .header("If-Match", etag(path))
        .delete(path + "/periods/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("detail", containsString("no period "));
  }

  @Test
  void what_was_cancelled_with_its_cluster_is_still_described() {
    String event = "/events/" + make("/events", with(anEvent(cluster), "startsOn", "2016-01-01"));
    post(path + "/dissolution", Map.of("on", "2015")).statusCode(200);
    patch(event, Map.of("remarks", "A pity.")).statusCode(200);
    post(event + "/reinstatement", Map.of())
        .statusCode(409)
        .body("field", equalTo("startsOn"))
        .body("bound", equalTo("2015"));
    String other =
        make("/events", with(anEvent(make("/clusters", aCluster())), "startsOn", "2016-01-01"));
    patch("/events/" + other, Map.of("host", cluster))
        .statusCode(409)
        .body("field", equalTo("host"));
    delete(event).statusCode(204);
  }

  @RepeatedTest(3)
  void of_memberships_at_once_the_others_are_told_of_the_first() {
    Map<String, Object> body =
        with(aMembership(cluster, make("/organisations", anOrganisation())), "from", "2001-01-01");
    List<ValidatableResponse> answers = Race.of(4, n -> post("/memberships", body));
    refusedButOne(answers, 201);
  }

  @RepeatedTest(3)
  void and_of_a_founding_and_a_member_before_it() {
    Map<String, Object> body =
        with(aMembership(cluster, make("/organisations", anOrganisation())), "from", "2001-01-01");
    List<Callable<ValidatableResponse>> acts =
        List.of(
            () -> post("/memberships", body),
            () ->
                admin()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(Map.of("foundedOn", "2002-01-01"))
                    .patch(path)
                    .then());
    for (ValidatableResponse answer : Race.of(acts)) {
      if (answer.extract().statusCode() == 409) {
        answer.body("field", notNullValue()).body("bound", notNullValue());
      }
    }
  }

  private static void refusedButOne(List<ValidatableResponse> answers, int made) {
    int refused = 0;
    for (ValidatableResponse answer : answers) {
      if (answer.extract().statusCode() != made) {
        refused++;
        answer.statusCode(409).body("field", notNullValue()).body("other.id", notNullValue());
      }
    }
    assertEquals(answers.size() - 1, refused);
  }
}
