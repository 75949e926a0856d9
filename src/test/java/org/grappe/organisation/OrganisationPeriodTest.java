package org.grappe.organisation;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;

/** What an organisation was for a time, its SIRENs among it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OrganisationPeriodTest {

  private static String entered(Object... members) {
    return "/organisations/" + make("/organisations", with(anOrganisation(), members));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void a_former_siren_leads_to_the_organisation() {
    String former = aSiren();
    String latter = aSiren();
    String path = entered("siren", former, "legalForm", "SARL", "name", "O");
    post(path + "/transitions", Map.of("on", "2016", "siren", latter, "legalForm", "SAS"))
        .statusCode(200)
        .body("siren", equalTo(latter))
        .body("legalForm", equalTo("SAS"))
        .body("formerSirens", equalTo(List.of(former)))
        .body("periods[1].changed", equalTo(List.of("legalForm", "siren")));
    get(path + "?on=2015-12-31").body("siren", equalTo(former)).body("formerSirens", hasSize(0));
    for (String siren : List.of(former, latter)) {
      get("/organisations?siren=" + siren).body("items.id", equalTo(List.of(id(path))));
      post("/organisations", with(anOrganisation(), "siren", siren))
          .statusCode(409)
          .body("type", equalTo("/problems/duplicate"))
          .header("Location", endsWith(path));
    }
    String other = entered();
    post(other + "/transitions", Map.of("on", "2017", "siren", former))
        .statusCode(409)
        .header("Location", endsWith(path));
  }

  @Test
  void a_siret_of_another_siren_names_that_too() {
    String next = aSiren();
    String siret = Subsidies.siret(next);
    String path = entered("siren", aSiren());
    post(path + "/transitions", Map.of("on", "2016", "siret", siret))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/siret")));
    post(path + "/transitions", Map.of("on", "2016", "siren", next, "siret", siret))
        .statusCode(200);
    String first = aSiren();
    post(entered() + "/transitions", Map.of("on", "2016", "siret", Subsidies.siret(first)))
        .statusCode(200)
        .body("siren", equalTo(first));
  }

  @Test
  void a_siret_is_dated_with_its_siren() {
    String path = entered("siren", "552100554", "siret", "55210055400013");
    String next = aSiren();
    post(path + "/transitions", Map.of("on", "2016", "siren", next))
        .statusCode(200)
        .body("siren", equalTo(next))
        .body("siret", nullValue())
        .body("periods[1].changed", equalTo(List.of("siren", "siret")));
    get(path + "?on=2015-01-01").body("siret", equalTo("55210055400013"));
    patch(path, Map.of("siret", "55210055400013"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/siret")));
    String etag = Api.etag(path);
    Api.admin()
        .header("If-Match", etag)
        .delete(path + "/periods/" + get(path).extract().path("periods[1].id"))
        .then()
        .statusCode(204);
    get(path).body("siret", equalTo("55210055400013"));
    Api.admin().header("If-Match", Api.etag(path)).delete(path).then().statusCode(204);
  }

  @Test
  void two_that_claim_one_siren_at_once_do_not_both_have_it() {
    for (int i = 0; i < 5; i++) {
      String siren = aSiren();
      List<String> paths = List.of(entered(), entered());
      List<Integer> answers =
          Race.of(
              3,
              n ->
                  n == 2
                      ? post("/organisations", with(anOrganisation(), "siren", siren))
                          .extract()
                          .statusCode()
                      : post(paths.get(n) + "/transitions", Map.of("on", "2016", "siren", siren))
                          .extract()
                          .statusCode());
      assertEquals(1, answers.stream().filter(status -> status < 300).count(), "" + answers);
      assertEquals(2, answers.stream().filter(status -> status == 409).count(), "" + answers);
      get("/organisations?siren=" + siren).body("items", hasSize(1));
    }
  }

  @Test
  void members_are_named_and_ordered_as_they_were_called_on_the_day() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String word = unique("membre");
    String path = entered("name", word + " A");
    String other = entered("name", word + " B");
    for (String member : List.of(path, other)) {
      make("/memberships", with(aMembership(cluster, id(member)), "from", "2010-01-01"));
    }
    post(path + "/transitions", Map.of("on", "2016", "name", word + " C")).statusCode(200);
    String late = entered("name", word + " D");
    post(late + "/transitions", Map.of("on", "2016", "name", word + " BB")).statusCode(200);
    make("/memberships", with(aMembership(cluster, id(late)), "from", "2010-01-01"));
    for (String filter : List.of("?cluster=" + cluster, "?cluster=" + cluster + "&status=active")) {
      get("/memberships" + filter)
          .body(
              "items.organisation.name", equalTo(List.of(word + " B", word + " BB", word + " C")));
      get("/memberships" + filter + "&on=2015-06-01")
          .body("items.organisation.name", equalTo(List.of(word + " A", word + " B", word + " D")));
    }
    get("/organisations?memberOf=" + cluster)
        .body("items.name", equalTo(List.of(word + " B", word + " BB", word + " C")));
    get("/organisations?on=2015-06-01&memberOf=" + cluster)
        .body("items.name", equalTo(List.of(word + " A", word + " B", word + " D")));
    assertEquals(
        List.of(word + " A", word + " B", word + " D"),
        pages("/memberships?on=2015-06-01&limit=1&cluster=" + cluster));
    assertEquals(
        List.of(word + " C", word + " BB", word + " B"),
        pages("/memberships?limit=1&sort=-name&cluster=" + cluster));
    Api.admin()
        .header("If-Match", Api.etag(path))
        .delete(path + "/periods/" + get(path).extract().path("periods[1].id"))
        .then()
        .statusCode(204);
    get("/memberships?cluster=" + cluster)
        .body("items.organisation.name", equalTo(List.of(word + " A", word + " B", word + " BB")));
  }

  private static List<String> pages(String path) {
    return Stream.iterate(
            path,
            at -> at != null,
            at -> {
              String next = get(at).extract().path("next");
              return next == null ? null : next.substring("/api/v1".length());
            })
        .map(at -> get(at).extract().<String>path("items[0].organisation.name"))
        .toList();
  }

  @Test
  void exports_have_them_in_the_order_of_the_day() {
    String word = unique("export");
    entered("name", word + " A");
    String path = entered("name", word + " B");
    post(path + "/transitions", Map.of("on", "2016", "name", word + " AA")).statusCode(200);
    post(path + "/transitions", Map.of("on", "2018", "name", word + " 9")).statusCode(200);
    assertEquals(
        List.of(word + " A", word + " B"),
        names("/organisations.csv?fields=name&on=2015-01-01&q=" + word));
    assertEquals(
        List.of(word + " A", word + " AA"),
        names("/organisations.csv?fields=name&on=2017-01-01&q=" + word));
    assertEquals(
        List.of(word + " 9", word + " A"), names("/organisations.csv?fields=name&q=" + word));
  }

  private static List<String> names(String path) {
    return Api.admin()
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .skip(1)
        .toList();
  }

  @Test
  void an_editor_of_its_clusters_changes_it_but_not_one_of_others() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String path = entered();
    make("/memberships", with(aMembership(cluster, id(path)), "from", "2010-01-01"));
    String stranger = aKey("EDITOR", make("/clusters", aCluster()));
    Map<String, String> body = Map.of("on", "2016", "name", "Other");
    bearer(stranger)
        .contentType("application/json")
        .body(body)
        .post(path + "/transitions")
        .then()
        .statusCode(403);
    bearer(aKey("EDITOR", cluster))
        .contentType("application/json")
        .body(body)
        .post(path + "/transitions")
        .then()
        .statusCode(200);
  }

  @Test
  void the_numbers_of_one_that_is_a_cluster_are_changed_by_administrators_alone() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String path = entered("siren", aSiren());
    make("/memberships", with(aMembership(cluster, id(path)), "from", "2010-01-01"));
    patch("/clusters/" + cluster, Map.of("organisation", id(path))).statusCode(200);
    bearer(aKey("EDITOR", cluster))
        .contentType("application/json")
        .body(Map.of("on", "2016", "siren", aSiren()))
        .post(path + "/transitions")
        .then()
        .statusCode(403)
        .body("errors.pointer", equalTo(List.of("/siren")));
    String latter = aSiren();
    post(path + "/transitions", Map.of("on", "2016", "siren", latter)).statusCode(200);
    get("/clusters/" + cluster).body("siren", equalTo(latter));
  }

  @Test
  void a_siren_comes_free_with_one_entered_by_mistake() {
    String siren = aSiren();
    String path = entered();
    post(path + "/transitions", Map.of("on", "2016", "siren", siren)).statusCode(200);
    Api.admin().header("If-Match", Api.etag(path)).delete(path).then().statusCode(204);
    post("/organisations", with(anOrganisation(), "siren", siren)).statusCode(201);
  }
}
