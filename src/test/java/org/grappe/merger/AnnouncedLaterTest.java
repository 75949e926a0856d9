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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No merger takes effect before it, or a cluster of it, was announced. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AnnouncedLaterTest {
  private String result;
  private String merger;

  @BeforeEach
  void a_merger_that_was_announced_after_its_result() {
    String one = founded();
    String two = founded();
    result = make("/clusters", with(aCluster(), "announcedOn", "2013-05-05"));
    merger =
        make(
            "/mergers",
            Map.of("parties", List.of(one, two), "result", result, "announcedOn", "2014-01-01"));
  }

  private ValidatableResponse complete(String day) {
    return takeEffect("/mergers/" + merger, day);
  }

  private ValidatableResponse correct(String day) {
    return post("/mergers/" + merger + "/correction", Map.of("effectiveOn", day, "reason", "r"));
  }

  private static void refused(ValidatableResponse answer, String bound, String... obstacles) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("field", equalTo("effectiveOn"))
        .body("bound", equalTo(bound))
        .body("obstacles.id", contains(obstacles));
  }

  @Test
  void it_is_nothing_yet_on_a_day_before() {
    get("/mergers/" + merger + "?on=2013-12-31").body("status", nullValue());
    get("/mergers/" + merger + "?on=2014-01-01").body("status", equalTo("ANNOUNCED"));
    String source = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String division =
        make("/divisions", Map.of("cluster", source, "kind", "SPLIT", "announcedOn", "2014-01-01"));
    get("/divisions/" + division + "?on=2013-12-31").body("status", nullValue());
    get("/divisions/" + division + "?on=2014-01-01").body("status", equalTo("ANNOUNCED"));
  }

  @Test
  void it_is_neither_completed_nor_corrected_so() {
    refused(complete("2012-06-01"), "2013-05-05", result, merger);
    refused(complete("2013-06"), "2014-01-01", merger);
    complete("2015-06-01").statusCode(200);
    refused(correct("2012-06-01"), "2013-05-05", result, merger);
    refused(correct("2013-12"), "2014-01-01", merger);
    correct("2014").statusCode(200);
    patch("/clusters/" + result, Map.of("description", "Still to be written.")).statusCode(200);
  }

  @Test
  void a_preview_says_so() {
    admin()
        .get("/mergers/" + merger + "/preview?effectiveOn=2012-06-01")
        .then()
        .statusCode(200)
        .body("obstacles.id", hasItem(result))
        .body("obstacles.detail.flatten()", hasItem(endsWith("2013-05-05 only.")));
  }

  @Test
  void nor_is_it_put_off_or_given_up_before() {
    String path = "/mergers/" + merger;
    Map<String, Object> early = Map.of("on", "2013-12-31", "plannedFor", "2016-01-01");
    for (String act : List.of("/postponement", "/abandonment")) {
      Map<String, Object> body = act.equals("/abandonment") ? Map.of("on", "2013-12-31") : early;
      post(path + act, body).statusCode(422).body("errors.pointer", contains("/on"));
    }
    Map<String, Object> step =
        Map.of("kind", "POSTPONED", "on", "2013", "plannedFor", "2016-01-01");
    post(path + "/steps", step).statusCode(422).body("errors.pointer", contains("/on"));
    post(path + "/postponement", Map.of("on", "2014-02", "plannedFor", "2016")).statusCode(200);
    String put = get(path + "/steps").extract().path("items[1].id");
    patch(path + "/steps/" + put, Map.of("on", "2013-06"))
        .statusCode(422)
        .body("errors.pointer", contains("/on"));
    patch(path, Map.of("announcedOn", "2014-03"))
        .statusCode(422)
        .body("errors.pointer", contains("/announcedOn"));
    patch(path, Map.of("announcedOn", "2014-02-28")).statusCode(200);
    patch(path, Map.of("announcedOn", "2013-12")).statusCode(200);
    post(path + "/abandonment", Map.of("on", "2014-02-01")).statusCode(200);
  }

  @Test
  void nor_is_it_said_later_that_it_was_announced_afterwards() {
    complete("2015-06-01").statusCode(200);
    patch("/mergers/" + merger, Map.of("announcedOn", "2015-06-02"))
        .statusCode(422)
        .body("errors.pointer", contains("/announcedOn"));
    patch("/mergers/" + merger, Map.of("announcedOn", "2015-06")).statusCode(200);
    patch("/clusters/" + result, Map.of("announcedOn", "2015-07")).statusCode(422);
  }
}
