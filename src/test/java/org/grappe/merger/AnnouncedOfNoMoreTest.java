package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No merger or division is announced of a cluster that was no more by then. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AnnouncedOfNoMoreTest {
  private String ended;
  private String one;
  private String two;

  @BeforeEach
  void a_cluster_that_ended_and_two_others() {
    ended = founded();
    post("/clusters/" + ended + "/dissolution", Map.of("on", "2015-03")).statusCode(200);
    one = founded();
    two = founded();
  }

  private void refused(ValidatableResponse answer, String field) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("field", equalTo(field))
        .body("bound", equalTo("2015-03"))
        .body("other.id", equalTo(ended))
        .body("obstacles.id", hasItem(ended));
  }

  @Test
  void a_merger_of_it_is_refused_by_the_day() {
    Map<String, Object> merger = Map.of("parties", List.of(one, ended));
    refused(post("/mergers", merger), "parties");
    refused(post("/mergers", and(merger, "plannedFor", "2016")), "parties");
    refused(post("/mergers", and(merger, "announcedOn", "2015-04")), "parties");
    refused(post("/mergers", Map.of("parties", List.of(one, two), "result", ended)), "result");
    refused(post("/mergers", and(merger, "announcedOn", "2016", "result", ended)), "parties");
    String told = "/mergers/" + make("/mergers", and(merger, "announcedOn", "2015-03"));
    patch(told, Map.of("remarks", "Given up.")).statusCode(200);
    refused(patch(told, Map.of("announcedOn", "2015-05")), "announcedOn");
    String other = "/mergers/" + make("/mergers", Map.of("parties", List.of(one, two)));
    refused(patch(other, Map.of("parties", List.of(one, two, ended))), "parties");
    refused(patch(other, Map.of("result", ended)), "result");
  }

  @Test
  void who_is_taken_over_had_ended_and_who_takes_over_is_there() {
    Map<String, Object> taken =
        and(Map.of("kind", "TAKEOVER", "parties", List.of(one, ended)), "announcedOn", "2016");
    refused(post("/mergers", and(taken, "result", ended)), "parties");
    make("/mergers", and(taken, "result", one));
  }

  @Test
  void neither_does_it_come_apart_nor_come_of_another() {
    Map<String, Object> division =
        Map.of("cluster", ended, "kind", "SPLIT", "results", List.of(one));
    refused(post("/divisions", division), "cluster");
    refused(post("/divisions", and(division, "plannedFor", "2016")), "cluster");
    String told = "/divisions/" + make("/divisions", and(division, "announcedOn", "2014"));
    refused(patch(told, Map.of("announcedOn", "2016")), "announcedOn");
    Map<String, Object> into =
        Map.of("cluster", one, "kind", "SPIN_OFF", "results", List.of(ended));
    refused(post("/divisions", into), "results");
    String open = "/divisions/" + make("/divisions", and(into, "results", List.of(two)));
    refused(patch(open, Map.of("results", List.of(two, ended))), "results");
  }

  @Test
  void a_party_that_changes_later_stands_against_a_merger_and_its_correction() {
    post("/clusters/" + one + "/transitions", Map.of("on", "2018", "city", "Agde")).statusCode(200);
    String merger =
        "/mergers/" + make("/mergers", Map.of("parties", List.of(one, two), "result", two));
    takeEffect(merger, "2017-01-01").statusCode(409).body("obstacles.id", hasItem(one));
    takeEffect(merger, "2019-01-01").statusCode(200);
    post(merger + "/correction", Map.of("effectiveOn", "2017-01-01"))
        .statusCode(409)
        .body("obstacles.id", hasItem(one));
  }

  /** A copy of the body with more members. */
  private static Map<String, Object> and(Map<String, Object> body, Object... members) {
    return with(new LinkedHashMap<>(body), members);
  }
}
