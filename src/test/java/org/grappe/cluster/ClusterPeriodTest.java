package org.grappe.cluster;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What a cluster was for a time: entered, put right, taken back, and told for each day. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ClusterPeriodTest {

  private static String entered(Object... members) {
    return "/clusters/" + make("/clusters", with(aCluster(), members));
  }

  private static ValidatableResponse on(String path, String day) {
    return get(path + "?on=" + day).statusCode(200);
  }

  private static String period(String path, int n) {
    return path + "/periods/" + get(path).extract().path("periods[" + n + "].id");
  }

  @Test
  void a_cluster_of_which_nothing_changed_has_one_period() {
    String path = entered("name", "Novae", "city", "Nîmes", "region", "91");
    get(path)
        .body("periods", hasSize(1))
        .body("periods[0].id", equalTo(path.substring("/clusters/".length())))
        .body("periods[0].name", equalTo("Novae"))
        .body("periods[0].region.code", equalTo("91"))
        .body("periods[0].from", nullValue())
        .body("periods[0].changed", hasSize(0));
  }

  @Test
  void a_name_that_changes_in_the_world_is_told_for_its_days() {
    String path = entered("name", "Before", "acronym", "B", "city", "Nîmes");
    String source = make("/sources", aSource());
    post(
            path + "/transitions",
            Map.of(
                "on",
                "2016-03",
                "name",
                "After",
                "city",
                "Sète",
                "reason",
                "new statutes",
                "sources",
                List.of(source)))
        .statusCode(200)
        .body("name", equalTo("After"))
        .body("otherNames", hasSize(0))
        .body("periods.name", equalTo(List.of("Before", "After")))
        .body("periods[0].until", equalTo("2016-03"))
        .body("periods[1].from", equalTo("2016-03"))
        .body("periods[1].changed", equalTo(List.of("city", "name")))
        .body("periods[1].reason", equalTo("new statutes"))
        .body("periods[1].sources.id", equalTo(List.of(source)))
        .body("periods[1].acronym", equalTo("B"));
    on(path, "2016-02-29").body("name", equalTo("Before")).body("city", equalTo("Nîmes"));
    on(path, "2016-03-01").body("name", equalTo("After")).body("city", equalTo("Sète"));
    on(path, "1900-01-01").body("name", equalTo("Before"));
  }

  @Test
  void a_change_to_come_is_not_there_yet() {
    String path = entered("name", "Now");
    post(path + "/transitions", Map.of("on", "2199", "name", "Then"))
        .statusCode(200)
        .body("name", equalTo("Now"));
    on(path, "2199-01-01").body("name", equalTo("Then"));
  }

  @Test
  void a_change_on_the_first_day_of_a_period_joins_it() {
    String path = entered("name", "A", "city", "Nîmes");
    post(path + "/transitions", Map.of("on", "2016", "name", "B", "reason", "A vote."))
        .statusCode(200);
    post(path + "/transitions", Map.of("on", "2016-01-01", "city", "Sète", "reason", "A lease."))
        .statusCode(200)
        .body("periods", hasSize(2))
        .body("periods[1].from", equalTo("2016"))
        .body("periods[1].reason", equalTo("A vote.\nA lease."))
        .body("periods[1].name", equalTo("B"))
        .body("periods[1].changed", equalTo(List.of("city", "name")));
  }

  @Test
  void what_is_null_is_given_up_from_then_on() {
    String path = entered("name", "A", "city", "Nîmes", "acronym", "X");
    Map<String, Object> less = new LinkedHashMap<>();
    with(less, "on", "2016", "acronym", null, "city", null);
    post(path + "/transitions", less)
        .statusCode(200)
        .body("acronym", nullValue())
        .body("periods[1].changed", equalTo(List.of("acronym", "city")));
    on(path, "2015-12-31").body("acronym", equalTo("X")).body("city", equalTo("Nîmes"));
    post(path + "/transitions", with(new LinkedHashMap<>(), "on", "2018", "name", null))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/name")));
    post(path + "/transitions", Map.of("on", "2018", "givenUp", List.of("city")))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/givenUp")));
  }

  @Test
  void an_organisation_can_lose_its_number() {
    String siren = org.grappe.testing.Records.aSiren();
    String path =
        "/organisations/" + make("/organisations", with(anOrganisation(), "siren", siren));
    post(path + "/transitions", with(new LinkedHashMap<>(), "on", "2016", "siren", null))
        .statusCode(200)
        .body("siren", nullValue())
        .body("periods[1].changed", equalTo(List.of("siren")));
    on(path, "2015-12-31").body("siren", equalTo(siren));
  }

  @Test
  void a_change_to_what_is_so_already_by_a_correction_is_none_any_more() {
    String path = entered("name", "A", "city", "Albi");
    post(path + "/transitions", Map.of("on", "2015", "city", "Foix")).statusCode(200);
    post(path + "/transitions", Map.of("on", "2016", "city", "Albi")).statusCode(200);
    org.grappe.testing.Api.admin()
        .header("If-Match", etag(path))
        .delete(period(path, 1))
        .then()
        .statusCode(204);
    get(path)
        .body("periods.city", equalTo(List.of("Albi", "Albi")))
        .body("periods[1].changed", hasSize(0));
    patch(period(path, 0), Map.of("city", "Foix"), etag(path))
        .statusCode(200)
        .body("periods.city", equalTo(List.of("Foix", "Albi")))
        .body("periods[1].changed", equalTo(List.of("city")));
  }

  @Test
  void what_changes_nothing_is_refused() {
    String path = entered("name", "A", "city", "Nîmes");
    for (Map<String, String> nothing :
        List.of(Map.of("on", "2016"), Map.of("on", "2016", "name", "A"))) {
      post(path + "/transitions", nothing)
          .statusCode(422)
          .body("type", equalTo("/problems/validation-failed"));
    }
    post(path + "/transitions", Map.of("on", "2016", "name", " "))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/name")));
    get(path).body("periods", hasSize(1));
  }

  @Test
  void a_correction_flows_on_until_the_field_changes() {
    String path = entered("name", "A", "city", "Nîmes", "acronym", "X");
    post(path + "/transitions", Map.of("on", "2012", "name", "B")).statusCode(200);
    post(path + "/transitions", Map.of("on", "2016", "city", "Sète")).statusCode(200);
    post(path + "/transitions", Map.of("on", "2014", "name", "C", "city", "Alès"))
        .statusCode(200)
        .body("periods.name", equalTo(List.of("A", "B", "C", "C")))
        .body("periods.city", equalTo(List.of("Nîmes", "Nîmes", "Alès", "Sète")));
    patch(period(path, 2), Map.of("name", "D"), etag(path))
        .statusCode(200)
        .body("periods.name", equalTo(List.of("A", "B", "D", "D")));
    patch(period(path, 0), Map.of("city", "Uzès", "acronym", "Y"), etag(path))
        .statusCode(200)
        .body("periods.city", equalTo(List.of("Uzès", "Uzès", "Alès", "Sète")))
        .body("periods.acronym", equalTo(List.of("Y", "Y", "Y", "Y")));
    Map<String, Object> none = new LinkedHashMap<>();
    none.put("acronym", null);
    patch(period(path, 1), none, etag(path))
        .statusCode(200)
        .body("periods.acronym", equalTo(java.util.Arrays.asList("Y", null, null, null)))
        .body("periods[1].changed", equalTo(List.of("acronym", "name")));
  }

  @Test
  void a_patch_puts_the_present_value_right_where_it_began() {
    String path = entered("name", "A", "city", "Nîmes");
    post(path + "/transitions", Map.of("on", "2012", "name", "B")).statusCode(200);
    post(path + "/transitions", Map.of("on", "2014", "city", "Sète")).statusCode(200);
    patch(path, Map.of("name", "Bee", "speciality", "games"))
        .statusCode(200)
        .body("name", equalTo("Bee"))
        .body("otherNames", hasSize(0))
        .body("speciality", equalTo("games"))
        .body("periods.name", equalTo(List.of("A", "Bee", "Bee")));
    patch(path, Map.of("name", "Bee")).statusCode(200);
  }

  @Test
  void a_period_is_moved_and_a_change_taken_back_but_the_first_stays() {
    String path = entered("name", "A");
    post(path + "/transitions", Map.of("on", "2012", "name", "B")).statusCode(200);
    post(path + "/transitions", Map.of("on", "2016", "name", "C")).statusCode(200);
    patch(period(path, 1), Map.of("from", "2016"), etag(path))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/from")));
    patch(period(path, 1), Map.of("from", "2013-05-04"), etag(path))
        .statusCode(200)
        .body("periods[1].from", equalTo("2013-05-04"));
    bearer("none").delete(period(path, 0)).then().statusCode(401);
    remove(period(path, 0), etag(path)).statusCode(422);
    remove(period(path, 1), "\"0-x\"").statusCode(412);
    remove(period(path, 1), etag(path)).statusCode(204);
    get(path).body("periods.name", equalTo(List.of("A", "C")));
    remove(period(path, 1), etag(path)).statusCode(204);
    get(path).body("periods.name", equalTo(List.of("A"))).body("name", equalTo("A"));
  }

  private static ValidatableResponse remove(String path, String etag) {
    return org.grappe.testing.Api.admin().header("If-Match", etag).delete(path).then();
  }

  @Test
  void every_name_that_there_ever_was_is_found() {
    String former = unique("Former");
    String latter = unique("Latter");
    String path = entered("name", former);
    post(path + "/transitions", Map.of("on", "2016", "name", latter)).statusCode(200);
    for (String name : List.of(former, latter)) {
      get("/clusters?q={q}", name).body("items.name", equalTo(List.of(latter)));
      get("/clusters?on=2015-01-01&q={q}", name).body("items.name", equalTo(List.of(former)));
    }
  }

  @Test
  void lists_are_filtered_and_ordered_by_what_holds_on_the_day() {
    String word = unique("liste");
    String city = unique("Ville");
    entered("name", word + " B", "region", "91");
    String path = entered("name", word + " A", "region", "91", "city", "Nîmes");
    post(
            path + "/transitions",
            Map.of("on", "2016", "name", word + " Z", "region", "76", "city", city))
        .statusCode(200);
    entered("name", word + " C", "region", "76");
    String q = "/clusters?q=" + word;
    get(q + "&on=2015-12-31")
        .body("items.name", equalTo(List.of(word + " A", word + " B", word + " C")));
    get(q).body("items.name", equalTo(List.of(word + " B", word + " C", word + " Z")));
    get(q + "&sort=-name")
        .body("items.name", equalTo(List.of(word + " Z", word + " C", word + " B")));
    get(q + "&region=91").body("items.name", equalTo(List.of(word + " B")));
    get(q + "&region=91&on=2015-12-31")
        .body("items.name", equalTo(List.of(word + " A", word + " B")));
    get(q + "&region=76&on=2015-12-31").body("items", hasSize(3));
    get("/clusters?city=" + city + "&count=true").body("total", equalTo(1));
    get("/clusters?city=" + city + "&on=2015-01-01").body("items", hasSize(0));
    String next = get(q + "&limit=1").extract().path("next");
    String last = get(q + "&limit=2").extract().path("next");
    get(next.substring("/api/v1".length())).body("items.name", equalTo(List.of(word + " C")));
    get(last.substring("/api/v1".length())).body("items.name", equalTo(List.of(word + " Z")));
  }

  @Test
  void references_say_what_it_is_called_on_the_day() {
    String path = entered("name", "Before", "foundedOn", "2010");
    String id = path.substring("/clusters/".length());
    post(path + "/transitions", Map.of("on", "2016", "name", "After")).statusCode(200);
    String member = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(id, member), "from", "2012-01-01"));
    get("/memberships?organisation={o}&on=2015-01-01", member)
        .body("items.cluster.name", equalTo(List.of("Before")));
    get("/memberships?organisation={o}", member)
        .body("items.cluster.name", equalTo(List.of("After")));
  }

  @Test
  void a_region_is_changed_by_administrators_alone() {
    String path = entered("region", "91");
    String editor = aKey("EDITOR", path.substring("/clusters/".length()));
    bearer(editor)
        .contentType("application/json")
        .body(Map.of("on", "2016", "region", "76"))
        .post(path + "/transitions")
        .then()
        .statusCode(403)
        .body("errors.pointer", equalTo(List.of("/region")));
    bearer(editor)
        .contentType("application/json")
        .body(Map.of("on", "2016", "name", "Other"))
        .post(path + "/transitions")
        .then()
        .statusCode(200);
    post(path + "/transitions", Map.of("on", "2018", "region", "76")).statusCode(200);
    bearer(editor).header("If-Match", etag(path)).delete(period(path, 2)).then().statusCode(403);
  }

  @Test
  void two_changes_at_once_on_one_day_are_one_period() {
    String path = entered("name", "A", "city", "Nîmes");
    List<Integer> answers =
        Race.of(
            2,
            i ->
                post(
                        path + "/transitions",
                        i == 0
                            ? Map.of("on", "2016", "name", "B")
                            : Map.of("on", "2016-01", "city", "Sète"))
                    .extract()
                    .statusCode());
    assertEquals(List.of(200, 200), answers);
    get(path)
        .body("periods", hasSize(2))
        .body("periods[1].name", equalTo("B"))
        .body("periods[1].city", equalTo("Sète"));
  }

  @Test
  void the_history_tells_it() {
    String path = entered("name", "A");
    post(path + "/transitions", Map.of("on", "2016", "name", "B")).statusCode(200);
    org.grappe.testing.Api.admin()
        .get(path + "/history")
        .then()
        .body("items", hasSize(2))
        .body("items[1].changes.pointer", equalTo(List.of("/periods")));
  }
}
