package org.grappe.merger;

import static org.grappe.merger.MergerScene.parties;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.merger.MergerScene.Parties;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A completion entered by mistake is undone, unless something has been built on it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReversalTest {
  private String one;
  private String two;
  private String result;
  private String merger;
  private List<String> companies;

  @BeforeEach
  void a_merger_that_took_effect() {
    Parties parties = parties();
    one = parties.one();
    two = parties.two();
    result = parties.result();
    companies = parties.companies();
    merger = parties.merger();
  }

  private void complete() {
    takeEffect("/mergers/" + merger, "2015-02-01").statusCode(200);
  }

  private ValidatableResponse reverse() {
    return post("/mergers/" + merger + "/reversal", Map.of("reason", "The wrong parties."));
  }

  /** All that can be asked of these clusters today, but for versions and times of writing. */
  private String today() {
    StringBuilder all = new StringBuilder();
    for (String cluster : List.of(one, two, result)) {
      for (String list :
          List.of(
              "/clusters/%s",
              "/memberships?cluster=%s&status=active,ended,applied,refused",
              "/clusters/%s/mandates?status=active,ended",
              "/clusters/%s/colleges?status=active,ended",
              "/clusters/%s/offices?status=open,closed,planned",
              "/conventions?cluster=%s&status=in-force,ended,signed,drafted",
              "/events?cluster=%s",
              "/clusters/%s/lineage")) {
        all.append(admin().get(list.formatted(cluster)).asString()).append('\n');
      }
    }
    return all.toString().replaceAll("\"updatedAt\":\"[^\"]*\"", "");
  }

  @Test
  void it_leaves_the_answers_for_today_as_if_nothing_had_been() {
    String before = today();
    complete();
    String membership =
        get("/organisations/" + companies.get(0) + "/memberships").extract().path("items[0].id");
    reverse()
        .statusCode(200)
        .body("status", equalTo("ANNOUNCED"))
        .body("steps.kind", contains("ANNOUNCED", "COMPLETED", "REVERSED"));
    assertEquals(before, today());
    admin()
        .get("/memberships/" + membership + "/history")
        .then()
        .body("items.action", contains("CREATED", "CHANGED", "CHANGED"))
        .body("items[2].changes.pointer", contains("/endReason", "/until"));
    reverse().statusCode(409).body("type", equalTo("/problems/merger-closed"));
    complete();
    get("/memberships?cluster=" + result).body("items", hasSize(6));
  }

  @Test
  void it_is_refused_once_the_result_has_admitted_somebody() {
    complete();
    String company = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(result, company), "from", "2016-01-01"));
    String after = today();
    reverse()
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.collection", hasItem("memberships"));
    assertEquals(after, today());
  }

  @Test
  void it_is_refused_once_what_it_wrote_was_changed_or_merged_again() {
    complete();
    patch("/clusters/" + result, Map.of("city", "Sète")).statusCode(200);
    String made =
        get("/memberships?cluster=" + result + "&organisation=" + companies.get(1))
            .extract()
            .path("items[0].id");
    patch("/memberships/" + made, Map.of("until", "2018-01-01")).statusCode(200);
    reverse()
        .statusCode(409)
        .body("obstacles.id", hasItem(made))
        .body("obstacles[0].type", equalTo("/problems/reversal-blocked"));
    Map<String, Object> open = new java.util.HashMap<>();
    open.put("until", null);
    patch("/memberships/" + made, open).statusCode(200);
    String taken = make("/clusters", with(aCluster(), "foundedOn", "2001"));
    String later = make("/mergers", Map.of("parties", List.of(result, taken), "result", result));
    takeEffect("/mergers/" + later, "2016-01-01").statusCode(200);
    reverse().statusCode(409).body("obstacles.id", hasItem(later));
    post("/mergers/" + later + "/reversal", Map.of("reason", "r")).statusCode(200);
    make("/mergers", Map.of("parties", List.of(result, taken), "result", result));
    reverse().statusCode(200);
    get("/clusters/" + result).body("city", equalTo("Sète"));
  }

  @Test
  void what_was_said_since_of_what_it_made_goes_back_to_what_was_continued() {
    complete();
    String old =
        get("/organisations/" + companies.get(1) + "/memberships").extract().path("items[0].id");
    String made =
        get("/organisations/" + companies.get(1) + "/memberships").extract().path("items[1].id");
    String office = get("/clusters/" + result + "/offices").extract().path("items[0].id");
    String source = make("/sources", org.grappe.testing.Records.aSource());
    patch("/memberships/" + made, Map.of("remarks", "Pays late.", "sources", List.of(source)))
        .statusCode(200);
    patch(
            "/clusters/" + result + "/offices/" + office,
            Map.of("statements", List.of(Map.of("field", "city", "text", "Near Nîmes."))))
        .statusCode(200);
    reverse().statusCode(200);
    get("/memberships/" + old)
        .body("remarks", equalTo("Pays late."))
        .body("sources.id", hasItem(source));
    get("/clusters/" + two + "/offices").body("items[0].statements.text", hasItem("Near Nîmes."));
  }

  @Test
  void it_needs_a_reason() {
    complete();
    post("/mergers/" + merger + "/reversal", Map.of())
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/reason"));
  }
}
