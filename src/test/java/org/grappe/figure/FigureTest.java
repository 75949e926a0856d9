package org.grappe.figure;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers reported about regions, clusters, events and mergers. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FigureTest {
  private String one;
  private String other;

  @BeforeEach
  void two_clusters() {
    one = make("/clusters", aCluster());
    other = make("/clusters", aCluster());
  }

  private static Map<String, Object> figure(Map<String, ?> subject, Object value, String asOf) {
    return new HashMap<>(
        Map.of("subject", subject, "metric", "MEMBERS", "value", value, "asOf", asOf));
  }

  @Test
  void the_newest_is_first_and_two_that_disagree_both_stand() {
    make("/figures", figure(Map.of("cluster", one), 200, "2017-01"));
    make("/figures", figure(Map.of("cluster", one), 180, "2017-01"));
    make("/figures", figure(Map.of("cluster", one), 150, "2016"));
    get("/figures?subject=cluster:{c}", one).body("items.value", equalTo(List.of(200, 180, 150)));
  }

  @Test
  void clusters_counted_together_are_found_by_each() {
    String id = make("/figures", figure(Map.of("clusters", List.of(one, other)), 400, "2017-01"));
    for (String cluster : List.of(one, other)) {
      get("/figures?subject=cluster:{c}", cluster)
          .body("items.id", equalTo(List.of(id)))
          .body("items[0].subject.clusters.id", equalTo(List.of(one, other)));
    }
    delete("/clusters/" + one).statusCode(409).body("referredToBy.collection", equalTo("figures"));
  }

  @Test
  void one_that_is_about_something_else_now_is_found_by_none_of_its_clusters_and_keeps_none() {
    String id = make("/figures", figure(Map.of("clusters", List.of(one, other)), 400, "2017-01"));
    Map<String, Object> subject = new HashMap<>(Map.of("region", "76"));
    subject.put("clusters", null);
    patch("/figures/" + id, Map.of("subject", subject)).statusCode(200);
    get("/figures?subject=cluster:{c}", other).body("items", hasSize(0));
    delete("/clusters/" + one).statusCode(204);
    subject.put("region", null);
    subject.put("clusters", List.of(other, make("/clusters", aCluster())));
    patch("/figures/" + id, Map.of("subject", subject)).statusCode(200);
    get("/figures?subject=cluster:{c}", other).body("items.id", equalTo(List.of(id)));
  }

  @Test
  void a_subject_is_exactly_one_thing() {
    post("/figures", figure(Map.of("cluster", one, "region", "76"), 1, "2017"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/subject")));
    post("/figures", figure(Map.of("cluster", one, "sector", "digital"), 1, "2017"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/subject/sector")));
    post("/figures", figure(Map.of("clusters", List.of(one, "none-such")), 1, "2017"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/subject/clusters/1")));
    for (String subject : List.of("nothing", "event:one", "merger:", "event")) {
      get("/figures?subject={s}", subject).statusCode(400);
    }
  }

  @Test
  void an_event_has_figures_of_its_own_that_its_hosts_editor_writes() {
    String event = make("/events", anEvent(one));
    Map<String, Object> visitors = figure(Map.of("event", event), 500, "2017-06");
    visitors.put("of", Map.of("cluster", other));
    String id =
        enter(aKey("EDITOR", one), visitors)
            .statusCode(201)
            .body("subject.event.id", equalTo(event))
            .body("subject.event.name", startsWith("Event"))
            .body("of.cluster.id", equalTo(other))
            .extract()
            .path("id");
    enter(aKey("EDITOR", other), visitors).statusCode(403);
    get("/figures?subject=event:{e}", event).body("items.id", equalTo(List.of(id)));
    bearer(aKey("EDITOR", one)).get("/figures/" + id + "/history").then().statusCode(200);
    bearer(aKey("EDITOR", other)).get("/figures/" + id + "/history").then().statusCode(403);
    delete("/events/" + event).statusCode(409).body("referredToBy.id", equalTo(id));
    post("/figures", figure(Map.of("event", event, "cluster", one), 1, "2017"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/subject")));
    post("/figures", figure(Map.of("event", one), 1, "2017"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/subject/event")));
    delete("/figures/" + id).statusCode(204);
    delete("/events/" + event).statusCode(204);
    Map<String, Object> free = anEvent(one);
    free.remove("host");
    Map<String, Object> freeVisitors = figure(Map.of("event", make("/events", free)), 5, "2017");
    enter(aKey("EDITOR", one), freeVisitors).statusCode(403);
    post("/figures", freeVisitors).statusCode(201);
  }

  @Test
  void a_merger_has_figures_that_any_partys_editor_writes() {
    String merger = make("/mergers", Map.of("parties", List.of(one, other)));
    Map<String, Object> members = figure(Map.of("merger", merger), 400, "2017-01");
    members.put("comparedTo", Map.of("cluster", one));
    String id =
        enter(aKey("EDITOR", other), members)
            .statusCode(201)
            .body("subject.merger.id", equalTo(merger))
            .body("subject.merger.name", containsString(" + "))
            .extract()
            .path("id");
    enter(aKey("EDITOR", make("/clusters", aCluster())), members).statusCode(403);
    get("/figures?subject=merger:{m}", merger).body("items.id", equalTo(List.of(id)));
    get("/figures?subject=cluster:{c}", one).body("items", hasSize(0));
    delete("/mergers/" + merger).statusCode(409).body("referredToBy.id", equalTo(id));
  }

  private static ValidatableResponse enter(String key, Map<String, Object> figure) {
    return bearer(key).contentType("application/json").body(figure).post("/figures").then();
  }

  @Test
  void a_value_is_a_decimal_kept_as_it_came() {
    String path =
        "/figures/"
            + make(
                "/figures",
                with(
                    figure(
                        Map.of("region", "76", "sector", "digital"),
                        new BigDecimal("3000000000.10"),
                        "2017"),
                    "metric",
                    "TURNOVER"));
    assertTrue(get(path).extract().asString().contains("\"value\":3000000000.10,"));
    get(path).body("qualifier", equalTo("EXACT")).body("nature", equalTo("REPORTED"));
    post("/figures", figure(Map.of("region", "76"), new BigDecimal("1e400"), "2017"))
        .statusCode(422);
    patch(path, Map.of("qualifier", "NEARLY", "subject", Map.of("sector", "space")))
        .statusCode(200)
        .body("subject.sector", equalTo("space"))
        .body("subject.region.name", equalTo("Occitanie"));
  }

  @Test
  void counts_are_whole_and_not_below_nought_and_a_rank_is_at_least_one() {
    Map<String, String> subject = Map.of("cluster", one);
    for (List<?> wrong :
        List.of(
            List.of("MEMBERS", -3),
            List.of("MEMBERS", 3.7),
            List.of("TURNOVER", -1),
            List.of("RANK", 0),
            List.of("RANK", 1.5))) {
      post("/figures", with(figure(subject, wrong.get(1), "2017"), "metric", wrong.get(0)))
          .statusCode(422)
          .body("errors.pointer", contains("/value"));
    }
    for (List<?> right :
        List.of(
            List.of("MEMBERS", 0),
            List.of("MEMBERS", new BigDecimal("3.0")),
            List.of("TURNOVER", 0.5),
            List.of("RANK", 1))) {
      post("/figures", with(figure(subject, right.get(1), "2017"), "metric", right.get(0)))
          .statusCode(201);
    }
    post("/figures", with(figure(subject, 3.7, "2017"), "unit", "thousand")).statusCode(201);
    post("/figures", with(figure(subject, 3.7, "2017"), "comparedTo", Map.of("cluster", other)))
        .statusCode(201);
  }

  @Test
  void nothing_is_compared_to_itself() {
    post(
            "/figures",
            with(figure(Map.of("cluster", one), 1, "2017"), "comparedTo", Map.of("cluster", one)))
        .statusCode(422)
        .body("errors.pointer", contains("/comparedTo"));
    post(
            "/figures",
            with(
                figure(Map.of("clusters", List.of(one, other)), 1, "2017"),
                "comparedTo",
                Map.of("clusters", List.of(other, one))))
        .statusCode(422)
        .body("errors.pointer", contains("/comparedTo"));
  }

  @Test
  void the_regions_old_and_new_are_all_there() {
    get("/regions?limit=100").body("items", hasSize(34));
    get("/regions?on=2015-06-05&limit=100").body("items", hasSize(27));
    get("/regions?on=2016-01-01&limit=100").body("items", hasSize(18));
    get("/regions/76")
        .body("predecessors", equalTo(List.of("73", "91")))
        .body("from", equalTo("2016-01-01"));
    get("/regions/91").body("successor.code", equalTo("76"));
  }
}
