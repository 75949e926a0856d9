package org.grappe.cluster;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;

/** Who has another name now is called by it, in answers and in sentences. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalledTodayTest {

  /** Gives it another name; answers the one that it had. */
  private static String renamed(String path, String name) {
    String before = get(path).statusCode(200).extract().path("name");
    post(path + "/transitions", Map.of("on", "2014", "name", name)).statusCode(200);
    return before;
  }

  @Test
  void no_answer_tells_the_name_that_a_cluster_or_an_organisation_had_before() {
    List<String> late = new ArrayList<>();
    int telling = 0;
    for (Operation operation : OpenApi.served().operations().toList()) {
      // what became of records tells what they were
      if (operation.method().equals("GET") && !operation.path().endsWith("/history")) {
        Scene scene = new Scene();
        String address = scene.address(operation);
        String cluster = "/clusters/" + scene.cluster();
        String organisation = "/organisations/" + scene.organisation();
        String now = unique("Now");
        List<String> before = List.of(renamed(cluster, now), renamed(organisation, now));
        String told = told(address, operation, scene);
        telling += told.contains(now) ? 1 : 0;
        if (before.stream().anyMatch(told::contains)) {
          late.add(operation.toString());
        }
      }
    }
    assertTrue(telling >= 20, telling + " tell the name");
    assertEquals(List.of(), late);
  }

  /** Of a list what is about the cluster, where it can be asked for; without what was before. */
  private static String told(String address, Operation operation, Scene scene) {
    boolean filters =
        operation.node().path("parameters").findValuesAsText("name").contains("cluster")
            && !address.contains(scene.cluster());
    Response answer =
        admin().basePath("").get(filters ? address + "?cluster=" + scene.cluster() : address);
    if (!answer.contentType().contains("json")) {
      return answer.asString();
    }
    JsonNode body = OpenApi.json(answer.asString());
    body.findParents("periods").forEach(had -> ((ObjectNode) had).remove("periods"));
    return body.toString();
  }

  @Test
  void keys_and_webhooks_tell_the_name_that_their_clusters_have() {
    String cluster = make("/clusters", aCluster());
    String key =
        make(
            "/credentials",
            Map.of("name", unique("key"), "role", "EDITOR", "clusters", List.of(cluster)));
    String webhook =
        make(
            "/webhooks",
            Map.of(
                "address",
                "https://" + unique("receiver") + ".invalid/",
                "clusters",
                List.of(cluster)));
    String now = unique("Now");
    renamed("/clusters/" + cluster, now);
    for (String path : List.of("/credentials/" + key, "/webhooks/" + webhook)) {
      admin().get(path).then().statusCode(200).body("clusters.name", hasItem(now));
    }
  }

  private static void says(ValidatableResponse refused, String name) {
    refused.statusCode(409).body("detail", containsString(name));
  }

  @Test
  void what_is_refused_for_a_cluster_that_is_no_more_names_it_so() {
    String cluster = make("/clusters", aCluster());
    String friend = make("/clusters", aCluster());
    String third = make("/clusters", aCluster());
    String path = "/clusters/" + cluster;
    make("/conventions", with(aConvention(cluster, friend, third), "from", "2010"));
    String now = unique("Now");
    renamed(path, now);
    says(post(path + "/dissolution/reversal", Map.of()), now);
    post(path + "/dissolution", Map.of("on", "2015-03")).statusCode(200);
    says(post(path + "/dissolution", Map.of("on", "2015-04")), now);
    says(post(path + "/transitions", Map.of("on", "2016", "city", "Sète")), now);
    says(post(path + "/colleges", Map.of("name", "C", "from", "2016")), now);
    String organisation = make("/organisations", anOrganisation());
    says(post("/memberships", with(aMembership(cluster, organisation), "from", "2016-01-01")), now);
    String event = make("/events", with(anEvent(friend), "startsOn", "2015-01-01"));
    post("/events/" + event + "/shares", Map.of("cluster", cluster)).statusCode(201);
    says(patch("/events/" + event, Map.of("startsOn", "2015-05-01")), now);
  }

  @Test
  void who_has_voted_or_has_no_more_places_is_named_so() {
    String cluster = make("/clusters", aCluster());
    String now = unique("Now");
    renamed("/clusters/" + cluster, now);
    List<String> others = List.of(make("/clusters", aCluster()), make("/clusters", aCluster()));
    String merger =
        "/mergers/" + make("/mergers", Map.of("parties", List.of(cluster, others.get(0))));
    post(
            merger + "/ballots",
            Map.of(
                "party",
                cluster,
                "assembly",
                Map.of("kind", "EXTRAORDINARY", "plannedFor", "2017-12")))
        .statusCode(201);
    says(patch(merger, Map.of("parties", others)), now);
    String organisation = make("/organisations", anOrganisation());
    String member =
        make("/memberships", with(aMembership(cluster, organisation), "from", "2016-01-01"));
    String event =
        make(
            "/events",
            with(
                anEvent(cluster),
                "startsOn",
                "2090-05-01",
                "capacity",
                10,
                "quotas",
                List.of(Map.of("cluster", cluster, "places", 2))));
    says(
        post(
            "/events/" + event + "/registrations",
            Map.of("organisation", organisation, "membership", member, "places", 3)),
        now);
  }

  @Test
  void a_file_of_subsidies_is_told_the_name_that_its_beneficiary_has() {
    for (String collection : List.of("/clusters", "/organisations")) {
      String siren = aSiren();
      Map<String, Object> body = collection.equals("/clusters") ? aCluster() : anOrganisation();
      String now = unique("Now");
      renamed(collection + "/" + make(collection, with(body, "siren", siren)), now);
      String file =
          "idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant\n%s;2016-01-01;Autre;%s;But;1\n"
              .formatted(Subsidies.siret(aSiren()), siren);
      admin()
          .contentType("text/csv; charset=UTF-8")
          .body(file)
          .post("/subsidy-lines/scdl?dryRun=true")
          .then()
          .statusCode(200)
          .body("faults.findAll { it.rule == 'other-name' }.repair", hasItem(now));
    }
  }
}
