package org.grappe.programme;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions with participants in waves, and roadmaps with priorities. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeTest {
  private String cluster;
  private String chamber;
  private String company;

  @BeforeEach
  void a_cluster_and_two_organisations() {
    cluster = make("/clusters", aCluster());
    chamber = make("/organisations", anOrganisation());
    company = make("/organisations", anOrganisation());
  }

  private Map<String, Object> programme(Object... members) {
    return with(
        with(
            new LinkedHashMap<>(), "name", unique("Programme"), "leads", List.of(cluster, chamber)),
        members);
  }

  @Test
  void leads_are_clusters_and_organisations_in_the_order_given() {
    String slug = get("/clusters/" + cluster).extract().path("slug");
    String id = make("/programmes", programme("leads", List.of(chamber, slug)));
    get("/programmes/" + id)
        .body("leads.id", contains(chamber, cluster))
        .body("leads[0].slug", nullValue())
        .body("leads[1].slug", equalTo(slug))
        .body("waves", hasSize(0))
        .body("priorities", hasSize(0));
    post("/programmes", programme("leads", List.of()))
        .statusCode(422)
        .body("errors.pointer", contains("/leads"));
    post("/programmes", programme("leads", List.of("none-such", company, company)))
        .statusCode(422)
        .body("errors.pointer", contains("/leads/0", "/leads/2"));
  }

  @Test
  void waves_have_numbers_of_their_own_and_participants() {
    Map<String, ?> first = Map.of("number", 1, "from", "2016", "participants", List.of(company));
    String id =
        make(
            "/programmes",
            programme("waves", List.of(Map.of("number", 2), first), "companies", 30));
    get("/programmes/" + id)
        .body("waves.number", contains(1, 2))
        .body("waves[0].participants.id", contains(company))
        .body(
            "waves[0].participants[0].name",
            equalTo(get("/organisations/" + company).extract().path("name")))
        .body("companies", equalTo(30));
    post("/programmes", programme("waves", List.of(first, Map.of("number", 1)), "companies", -1))
        .statusCode(422)
        .body("errors.pointer", contains("/companies"));
    post("/programmes", programme("waves", List.of(first, Map.of("number", 1))))
        .statusCode(422)
        .body("errors.pointer", contains("/waves/1/number"));
    post("/programmes", programme("from", "2016", "until", "2015", "waves", List.of(Map.of())))
        .statusCode(422)
        .body("errors.pointer", contains("/waves/0/number"));
    patch("/programmes/" + id, Map.of("waves", List.of(), "from", "2016", "until", "2015"))
        .statusCode(422)
        .body("errors.pointer", contains("/until"));
    patch("/programmes/" + id, Map.of("waves", List.of()))
        .statusCode(200)
        .body("waves", hasSize(0));
  }

  @Test
  void who_leads_or_takes_part_finds_it_and_is_not_deleted() {
    String id =
        make(
            "/programmes",
            programme(
                "kind",
                "Feuille de Route",
                "waves",
                List.of(Map.of("number", 1, "participants", List.of(company)))));
    get("/programmes?cluster={c}", cluster).body("items.id", contains(id));
    for (String one : List.of(chamber, company)) {
      get("/programmes?organisation={o}", one).body("items.id", contains(id));
      delete("/organisations/" + one)
          .statusCode(409)
          .body("type", equalTo("/problems/still-referenced"))
          .body("referredToBy.collection", equalTo("programmes"))
          .body("referredToBy.id", equalTo(id));
    }
    delete("/clusters/" + cluster).statusCode(409).body("referredToBy.id", equalTo(id));
    get("/programmes?kind=feuille-de-route&cluster={c}", cluster).body("items", hasSize(1));
    get("/programmes?kind=projet&cluster={c}", cluster).body("items", hasSize(0));
    get("/programmes?cluster=none-such").statusCode(200).body("items", hasSize(0));
    get("/programmes?organisation=ill-formed").statusCode(400);
    patch("/programmes/" + id, Map.of("leads", List.of(cluster), "waves", List.of()))
        .statusCode(200);
    delete("/organisations/" + company).statusCode(204);
    delete("/programmes/" + id).statusCode(204);
    delete("/clusters/" + cluster).statusCode(204);
  }

  @Test
  void with_a_day_the_list_shows_what_lasts_then() {
    make("/programmes", programme("from", "2015-02", "until", "2016"));
    get("/programmes?cluster={c}", cluster).body("items", hasSize(1));
    get("/programmes?cluster={c}&on=2015-02-01", cluster).body("items", hasSize(1));
    get("/programmes?cluster={c}&on=2015-01-31", cluster).body("items", hasSize(0));
    get("/programmes?cluster={c}&on=2017-01-01", cluster).body("items", hasSize(0));
  }

  @Test
  void the_editor_of_any_leading_cluster_writes_it_and_of_none_an_administrator() {
    String other = make("/clusters", aCluster());
    String editor = aKey("EDITOR", cluster);
    for (Map<String, Object> body :
        List.of(programme(), programme("leads", List.of(other, cluster)))) {
      bearer(editor)
          .contentType("application/json")
          .body(body)
          .post("/programmes")
          .then()
          .statusCode(201);
    }
    for (List<String> leads : List.of(List.of(other), List.of(chamber))) {
      bearer(editor)
          .contentType("application/json")
          .body(programme("leads", leads))
          .post("/programmes")
          .then()
          .statusCode(403);
    }
    get("/programmes?cluster={c}&includePredecessors=true", cluster)
        .body("items.leads.size()", equalTo(2))
        .body("items.leads[0].id", containsInAnyOrder(cluster, chamber));
  }
}
