package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A postponement puts off, to a day that was to come when it was made known. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SlipsTest {
  private String merger;

  @BeforeEach
  void a_merger_that_is_planned() {
    String one = founded();
    String two = founded();
    merger =
        "/mergers/"
            + make(
                "/mergers",
                Map.of(
                    "parties",
                    List.of(one, two),
                    "result",
                    two,
                    "announcedOn",
                    "2014-01-01",
                    "plannedFor",
                    "2015-01"));
  }

  private static Map<String, Object> slip(String on, String plannedFor) {
    return Map.of("kind", "POSTPONED", "on", on, "plannedFor", plannedFor);
  }

  private ValidatableResponse entered(String on, String plannedFor) {
    return post(merger + "/steps", slip(on, plannedFor));
  }

  private static void wrong(ValidatableResponse answer, String pointer, String bound) {
    answer
        .statusCode(422)
        .body("errors.pointer", contains(pointer))
        .body("errors[0].detail", containsString(bound));
  }

  @Test
  void a_plan_is_not_for_a_day_that_has_passed_nor_for_one_that_nobody_plans() {
    wrong(entered("2015-06", "2015-05"), "/plannedFor", "2015-06");
    wrong(entered("2014-06-01", "2024-06-02"), "/plannedFor", "2024-06-01");
    wrong(
        post(merger + "/postponement", Map.of("on", "2016", "plannedFor", "2015-05")),
        "/plannedFor",
        "2016");
    wrong(
        post(merger + "/postponement", Map.of("on", "2014-06-01", "plannedFor", "2094")),
        "/plannedFor",
        "2024-06-01");
    wrong(entered("2013-06", "2015-05"), "/on", "2014-01-01");
    entered("2014-06-01", "2024-06-01").statusCode(201);
  }

  @Test
  void each_is_later_than_the_plan_before_it_and_earlier_than_the_next() {
    wrong(entered("2014-06-01", "2014-12"), "/plannedFor", "2015-01");
    entered("2014-06-01", "2015-01")
        .statusCode(409)
        .body("field", equalTo("plannedFor"))
        .body("bound", equalTo("2015-01"));
    String last = entered("2014-10-01", "2015-06").statusCode(201).extract().path("id");
    wrong(entered("2014-06-01", "2015-07"), "/plannedFor", "2015-06");
    String between = entered("2014-06-01", "2015-03").statusCode(201).extract().path("id");
    wrong(
        patch(merger + "/steps/" + between, Map.of("plannedFor", "2015-08"), etag()),
        "/plannedFor",
        "2015-06");
    wrong(
        patch(merger + "/steps/" + last, Map.of("plannedFor", "2015-02"), etag()),
        "/plannedFor",
        "2015-03");
    wrong(
        patch(merger + "/steps/" + last, Map.of("on", "2014-03-01"), etag()),
        "/plannedFor",
        "2015-03");
    patch(merger + "/steps/" + last, Map.of("reason", "None."), etag()).statusCode(200);
    get(merger + "/steps").body("items.plannedFor", contains("2015-01", "2015-03", "2015-06"));
    get(merger).body("plannedFor", equalTo("2015-06"));
  }

  private String etag() {
    return get(merger).extract().header("ETag");
  }

  private ValidatableResponse putOff(String on, String plannedFor) {
    return post(merger + "/postponement", Map.of("on", on, "plannedFor", plannedFor));
  }

  @Test
  void one_that_is_told_after_a_later_one_takes_its_place_by_its_day() {
    putOff("2014-06-01", "2015-02").statusCode(200);
    wrong(putOff("2014-03-01", "2015-06"), "/plannedFor", "2015-02");
    wrong(putOff("2014-03-01", "2014-12"), "/plannedFor", "2015-01");
    putOff("2014-03-01", "2015-01-20").statusCode(200).body("plannedFor", equalTo("2015-02"));
    get(merger + "/steps").body("items.plannedFor", contains("2015-01", "2015-01-20", "2015-02"));
  }

  @Test
  void a_neighbour_that_says_little_does_not_hide_the_next() {
    String first = entered("2014-03-01", "2015-03").statusCode(201).extract().path("id");
    entered("2014-06-01", "2015").statusCode(201);
    String last = entered("2014-09-01", "2015-05").statusCode(201).extract().path("id");
    wrong(
        patch(merger + "/steps/" + first, Map.of("plannedFor", "2015-11"), etag()),
        "/plannedFor",
        "2015-05");
    wrong(
        patch(merger + "/steps/" + last, Map.of("plannedFor", "2015-02"), etag()),
        "/plannedFor",
        "2015-03");
  }

  private static void against(ValidatableResponse answer, String field, String bound, String step) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("field", equalTo(field))
        .body("bound", equalTo(bound))
        .body("other.id", equalTo(step));
  }

  @Test
  void the_last_one_says_for_when_it_is_planned() {
    String step = putOff("2014-06-01", "2016-02").extract().path("steps[1].id");
    Map<String, Object> none = new HashMap<>();
    none.put("plannedFor", null);
    for (Map<String, Object> other : List.of(Map.<String, Object>of("plannedFor", "2017"), none)) {
      against(patch(merger, other), "plannedFor", "2016-02", step);
    }
    patch(merger, Map.of("plannedFor", "2016-02", "remarks", "r")).statusCode(200);
  }

  @Test
  void nor_is_it_over_before_it_was_put_off() {
    String step = putOff("2014-06-01", "2016-02").extract().path("steps[1].id");
    Map<String, Object> early =
        Map.of("effectiveOn", "2014-05-01", "withoutBallots", true, "reason", "a test");
    against(post(merger + "/abandonment", Map.of("on", "2014-05-01")), "on", "2014-06-01", step);
    against(post(merger + "/completion", early), "effectiveOn", "2014-06-01", step);
    admin()
        .get(merger + "/preview?effectiveOn=2014-05-01")
        .then()
        .body("obstacles.detail", hasItem(containsString("put off on 2014-06-01")));
    post(merger + "/completion", with(new HashMap<>(early), "effectiveOn", "2014-06"))
        .statusCode(200);
    against(
        post(merger + "/correction", Map.of("effectiveOn", "2014-05-01")),
        "effectiveOn",
        "2014-06-01",
        step);
  }

  @Test
  void a_divisions_last_one_is_put_right_by_its_plan() {
    String division =
        "/divisions/"
            + make(
                "/divisions",
                Map.of(
                    "cluster",
                    make("/clusters", aCluster()),
                    "kind",
                    "SPLIT",
                    "plannedFor",
                    "2015-01"));
    String step =
        post(division + "/postponement", Map.of("on", "2014-06-01", "plannedFor", "2024"))
            .statusCode(200)
            .extract()
            .path("steps[1].id");
    wrong(patch(division, Map.of("plannedFor", "2014-12")), "/plannedFor", "2015-01");
    patch(division, Map.of("plannedFor", "2015-06"))
        .statusCode(200)
        .body("plannedFor", equalTo("2015-06"))
        .body("steps.plannedFor", contains("2015-01", "2015-06"))
        .body("steps[1].id", equalTo(step));
    against(post(division + "/abandonment", Map.of("on", "2014-05-01")), "on", "2014-06-01", step);
    admin()
        .get(division + "/preview?effectiveOn=2014-05-01")
        .then()
        .body("obstacles.detail", hasItem(containsString("put off on 2014-06-01")));
  }

  @Test
  void nothing_is_put_off_once_it_is_over() {
    post(merger + "/abandonment", Map.of("on", "2014-12-01")).statusCode(200);
    wrong(entered("2014-12-02", "2015-06"), "/on", "2014-12-01");
    entered("2014-11-01", "2015-06").statusCode(201);
  }

  @Test
  void nor_once_it_took_effect() {
    takeEffect(merger, "2015-02-01").statusCode(200);
    wrong(entered("2015-02-02", "2015-06"), "/on", "2015-02-01");
    entered("2014-12-02", "2015-06").statusCode(201);
  }
}
