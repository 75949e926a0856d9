package org.grappe.cluster;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * By what number a cluster is known, and gets money: administrators say so, and nobody shares it.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class IdentityTest {
  private static ValidatableResponse patch(String key, String path, Object body) {
    var caller = key == null ? admin() : bearer(key);
    return caller
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path)
        .then();
  }

  private static String number(String kind) {
    String siren = aSiren();
    return switch (kind) {
      case "siren" -> siren;
      case "siret" -> Subsidies.siret(siren);
      default -> "W34" + String.format("%07d", Math.floorMod(System.nanoTime(), 10_000_000L));
    };
  }

  private static Map<String, Object> only(String member, Object value) {
    Map<String, Object> body = new HashMap<>();
    body.put(member, value);
    return body;
  }

  @ParameterizedTest
  @ValueSource(strings = {"siren", "siret", "rna"})
  void a_clusters_number_is_the_administrators(String kind) {
    String path = "/clusters/" + make("/clusters", aCluster());
    String key = aKey("EDITOR", path.substring(10));
    String number = number(kind);
    patch(key, path, Map.of(kind, number, "city", "Sète"))
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"))
        .body("errors.pointer", hasItem("/" + kind));
    get(path).body(kind, nullValue()).body("city", nullValue());
    patch(null, path, Map.of(kind, number)).statusCode(200).body(kind, equalTo(number));
    patch(key, path, only(kind, null)).statusCode(403);
    // who sends back what was answered changes nothing of it
    patch(key, path, Map.of(kind, number, "city", "Sète")).statusCode(200);
  }

  @Test
  void its_region_and_its_organisation_are_the_administrators_too() {
    String path = "/clusters/" + make("/clusters", aCluster());
    String key = aKey("EDITOR", path.substring(10));
    String organisation = make("/organisations", anOrganisation());
    patch(key, path, Map.of("region", "93"))
        .statusCode(403)
        .body("errors.pointer", equalTo(List.of("/region")));
    patch(key, path, Map.of("organisation", organisation))
        .statusCode(403)
        .body("errors.pointer", equalTo(List.of("/organisation")));
    patch(key, path, Map.of("region", "76", "city", "Sète")).statusCode(200);
    patch(null, path, Map.of("region", "93", "organisation", organisation)).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"siren", "siret", "rna"})
  void what_an_organisation_has_no_cluster_has_and_the_other_way_round(String kind) {
    String number = number(kind);
    String organisation = make("/organisations", with(anOrganisation(), kind, number));
    post("/clusters", with(aCluster(), kind, number))
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"))
        .header("Location", endsWith("/organisations/" + organisation));
    String cluster = make("/clusters", aCluster());
    patch(null, "/clusters/" + cluster, Map.of(kind, number))
        .statusCode(409)
        .header("Location", endsWith("/organisations/" + organisation));

    String own = number(kind);
    patch(null, "/clusters/" + cluster, Map.of(kind, own)).statusCode(200);
    post("/organisations", with(anOrganisation(), kind, own))
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"))
        .header("Location", endsWith("/clusters/" + cluster));
    Map<String, Object> taken = new HashMap<>(Map.of(kind, own));
    if (kind.equals("siret")) {
      taken.put("siren", own.substring(0, 9));
    }
    patch(null, "/organisations/" + organisation, taken)
        .statusCode(409)
        .header("Location", endsWith("/clusters/" + cluster));
    patch(null, "/clusters/" + cluster, only(kind, null)).statusCode(200);
    if (kind.equals("siret")) {
      patch(null, "/clusters/" + cluster, only("siren", null)).statusCode(200);
    }
    post("/organisations", with(anOrganisation(), kind, own)).statusCode(201);
    post("/clusters", with(aCluster(), kind, own)).statusCode(409);
  }

  @Test
  void a_cluster_that_is_an_organisation_has_its_numbers() {
    String siren = aSiren();
    String organisation =
        make("/organisations", with(anOrganisation(), "siret", Subsidies.siret(siren)));
    String path = "/clusters/" + make("/clusters", with(aCluster(), "organisation", organisation));
    get(path)
        .body("organisation.id", equalTo(organisation))
        .body("siren", equalTo(siren))
        .body("siret", equalTo(Subsidies.siret(siren)));
    // the same said again is no change, another is refused
    patch(null, path, Map.of("siren", siren, "organisation", organisation)).statusCode(200);
    patch(null, path, Map.of("siren", siren, "city", "Sète")).statusCode(200);
    patch(null, path, Map.of("siren", aSiren()))
        .statusCode(422)
        .body("errors.pointer", hasItem("/siren"));
    post("/clusters", with(aCluster(), "organisation", organisation))
        .statusCode(409)
        .header("Location", containsString("/clusters/"));
    admin()
        .header("If-Match", "*")
        .delete("/organisations/" + organisation)
        .then()
        .statusCode(409)
        .body("referredToBy.collection", equalTo("clusters"));
    patch(null, path, only("organisation", null)).statusCode(200).body("siren", nullValue());
  }

  @Test
  void the_numbers_of_an_organisation_that_is_a_cluster_are_the_administrators() {
    String cluster = make("/clusters", aCluster());
    String key = aKey("EDITOR", cluster);
    String organisation =
        bearer(key)
            .contentType("application/json")
            .body(anOrganisation())
            .post("/organisations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String path = "/organisations/" + organisation;
    patch(null, "/clusters/" + cluster, Map.of("organisation", organisation)).statusCode(200);
    patch(key, path, Map.of("siren", aSiren()))
        .statusCode(403)
        .body("errors.pointer", equalTo(List.of("/siren")));
    patch(key, path, Map.of("city", "Sète")).statusCode(200);
    patch(null, path, Map.of("siren", aSiren())).statusCode(200);
  }

  @Test
  void of_two_that_get_one_number_at_once_one_has_it() {
    for (int i = 0; i < 5; i++) {
      String siren = aSiren();
      List<Integer> answers =
          Race.of(
              6,
              n ->
                  (n % 2 == 0
                          ? post("/clusters", with(aCluster(), "siren", siren))
                          : post("/organisations", with(anOrganisation(), "siren", siren)))
                      .extract()
                      .statusCode());
      assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
      assertEquals(5, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }
  }

  @Test
  void a_file_gives_to_the_cluster_that_is_the_organisation_and_to_no_other() {
    String siren = aSiren();
    String organisation = make("/organisations", with(anOrganisation(), "siren", siren));
    String cluster = make("/clusters", aCluster());
    String key = aKey("EDITOR", cluster);
    String file =
        "idAttribuant;dateConvention;idBeneficiaire;objet;montant\n%s;2016-01-01;%s;%s;100\n"
            .formatted(Subsidies.siret(aSiren()), Subsidies.siret(siren), unique("purpose"));
    send(key, file).statusCode(403);
    // entered while it was an organisation alone, and known again once it is a cluster
    send(null, file).statusCode(200).body("made", equalTo(1));
    patch(null, "/clusters/" + cluster, Map.of("organisation", organisation)).statusCode(200);
    send(key, file).statusCode(200).body("made", equalTo(0)).body("unchanged", equalTo(1));
    String other = file.replaceAll("[^;]*;100\n$", unique("purpose") + ";100\n");
    send(key, other).statusCode(200).body("made", equalTo(1));
    get("/subsidy-lines?cluster=" + cluster + "&count=true").body("total", equalTo(1));
  }

  @Test
  void an_RNA_leads_to_no_cluster_where_the_SIREN_beside_it_is_anothers() {
    String rna = number("rna");
    String cluster = make("/clusters", with(aCluster(), "rna", rna));
    String siren = aSiren();
    make("/organisations", with(anOrganisation(), "siren", siren));
    String lines =
        "idAttribuant;dateConvention;idBeneficiaire;rnaBeneficiaire;objet;montant\n%s;2016-01-01;%s;%s;%s;100\n";
    send(
            aKey("EDITOR", cluster),
            lines.formatted(
                Subsidies.siret(aSiren()), Subsidies.siret(siren), rna, unique("purpose")))
        .statusCode(403);
  }

  private static ValidatableResponse send(String key, String file) {
    var caller = key == null ? admin() : bearer(key);
    return caller.contentType("text/csv").body(file).post("/subsidy-lines/scdl").then();
  }

  @Test
  void a_file_of_members_makes_no_organisation_of_a_clusters_number() {
    String siren = aSiren();
    make("/clusters", with(aCluster(), "siren", siren));
    String cluster = make("/clusters", aCluster());
    String file = "siren;name;from\n" + siren + ";" + unique("Member") + ";2016-01-01\n";
    admin()
        .contentType("text/csv")
        .body(file)
        .post("/memberships/csv?partial=true&cluster=" + cluster)
        .then()
        .statusCode(200)
        .body("made", equalTo(0))
        .body("faults.rule", hasItem("number-of-cluster"));
    get("/organisations?siren=" + siren).body("items.size()", equalTo(0));
  }
}
