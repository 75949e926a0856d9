package org.grappe.cluster;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters on any day, with what exists only inside them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ClusterTest {
  @Inject DataSource database;

  private static String status(String path, String on) {
    return get(path + "?on=" + on).statusCode(200).extract().path("status");
  }

  @ParameterizedTest
  @CsvSource({
    "2014-11-18,",
    "2014-11-19,ANNOUNCED",
    "2015-01-31,ANNOUNCED",
    "2015-02-01,ACTIVE",
    "2019-11-30,ACTIVE",
    "2019-12-30,ACTIVE",
    "2019-12-31,DISSOLVED"
  })
  void a_cluster_is_what_its_dates_say_on_any_day(String on, String expected) {
    String path =
        "/clusters/"
            + make(
                "/clusters",
                with(
                    aCluster(),
                    "announcedOn",
                    "2014-11-19",
                    "foundedOn",
                    "2015-02",
                    "dissolvedOn",
                    "2019-12"));
    assertEquals(expected, status(path, on));
  }

  @Test
  void dates_are_kept_as_they_came() {
    String path =
        "/clusters/"
            + make("/clusters", with(aCluster(), "foundedOn", "2015-02", "launchedOn", "2015"));
    get(path).body("foundedOn", equalTo("2015-02")).body("launchedOn", equalTo("2015"));
  }

  @Test
  void a_cluster_not_yet_announced_is_in_no_list_but_answers_at_its_address() {
    Map<String, Object> body = with(aCluster(), "foundedOn", "2015-02");
    String id = make("/clusters", body);
    get("/clusters?q={q}&on=2015-01-31", body.get("slug")).body("items", hasSize(0));
    get("/clusters?q={q}&on=2015-02-28", body.get("name")).body("items.id", equalTo(List.of(id)));
    get("/clusters/{slug}?on=2015-01-31", body.get("slug"))
        .body("id", equalTo(id))
        .body("status", nullValue());
  }

  @Test
  void a_new_region_finds_what_the_old_ones_held() {
    String word = unique("region");
    for (String region : new String[] {"76", "91", "73", "84"}) {
      make("/clusters", with(aCluster(), "name", word + " " + region, "region", region));
    }
    get("/clusters?q={q}&region=76", word)
        .body("items.region.code", equalTo(List.of("73", "76", "91")));
    get("/clusters?q={q}&region=91", word)
        .body("items.region.name", equalTo(List.of("Languedoc-Roussillon")));
    get("/clusters?q={q}&region=99", word).body("items", hasSize(0));
  }

  @Test
  void clusters_are_found_by_city_territory_and_speciality() {
    String word = unique("Ville");
    String id =
        make(
            "/clusters",
            with(
                aCluster(),
                "city",
                word,
                "territories",
                List.of("Saint-Étienne " + word),
                "speciality",
                "jeux vidéo " + word));
    get("/clusters?city={c}", word.toUpperCase(java.util.Locale.ROOT))
        .body("items.id", equalTo(List.of(id)));
    get("/clusters?territory={t}", "saint etienne " + word).body("items.id", equalTo(List.of(id)));
    get("/clusters?speciality={s}", "Video " + word).body("items.id", equalTo(List.of(id)));
  }

  @Test
  void dates_are_refused_as_out_of_order_only_where_no_reading_fits() {
    post("/clusters", with(aCluster(), "announcedOn", "2015-06-05", "foundedOn", "2015"))
        .statusCode(201);
    post("/clusters", with(aCluster(), "announcedOn", "2015-06-05", "foundedOn", "2015-05"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/foundedOn")));
  }

  @Test
  void a_dissolution_ends_what_is_open_and_keeps_its_reason() {
    String path = "/clusters/" + make("/clusters", with(aCluster(), "foundedOn", "2011"));
    String source = make("/sources", aSource());
    make(path + "/colleges", Map.of("name", "K", "from", "2011"));
    make(path + "/mandates", Map.of("role", "PRESIDENT", "from", "2012"));
    make(path + "/offices", Map.of("city", "Sète", "openedOn", "2012"));
    make(path + "/mandates", Map.of("role", "PRESIDENT", "from", "2011", "until", "2012"));
    post(
            path + "/dissolution",
            Map.of("on", "2015-02", "reason", "merged", "sources", List.of(source)))
        .statusCode(200)
        .body("dissolvedOn", equalTo("2015-02"))
        .body("statements[0].text", equalTo("merged"))
        .body("sources.id", equalTo(List.of(source)));
    get(path + "/colleges?on=2015-02-27").body("items", hasSize(1));
    get(path + "/colleges?on=2015-02-28").body("items", hasSize(0));
    get(path + "/mandates?status=ended").body("items.until", equalTo(List.of("2012", "2015-02")));
    get(path + "/offices?status=closed").body("items.closedOn", equalTo(List.of("2015-02")));
    post(path + "/dissolution", Map.of("on", "2016-01-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
  }

  @Test
  void whoever_may_not_dissolve_a_cluster_is_told_nothing_of_it() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2011"));
    String organisation = make("/organisations", anOrganisation());
    make(
        "/memberships",
        Map.of("cluster", cluster, "organisation", organisation, "appliedOn", "2016-01-01"));
    bearer(aKey("EDITOR", make("/clusters", aCluster())))
        .contentType("application/json")
        .body(Map.of("on", "2012-01-01"))
        .post("/clusters/" + cluster + "/dissolution")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"))
        .body("other", nullValue());
  }

  @Test
  void what_begins_in_a_cluster_that_had_ended_is_still_changed_but_for_its_beginning()
      throws SQLException {
    String path = "/clusters/" + make("/clusters", with(aCluster(), "foundedOn", "2011"));
    String mandate = make(path + "/mandates", Map.of("role", "PRESIDENT", "from", "2019"));
    patch(path, Map.of("dissolvedOn", "2020-01-01")).statusCode(200);
    writtenBeforeTheRule(mandate, "2020-03-01");
    String of = path + "/mandates/" + mandate;
    patch(of, Map.of("until", "2020-06-01")).statusCode(200);
    patch(of, Map.of("from", "2020-04-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("from"));
  }

  /** As if nothing had looked at it. */
  private void writtenBeforeTheRule(String mandate, String from) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement write = connection.createStatement()) {
      write.execute("set session_replication_role = replica");
      write.execute("update mandates set \"from\" = '%s' where id = '%s'".formatted(from, mandate));
      write.execute("set session_replication_role = origin");
    }
  }

  @Test
  void a_dissolution_before_the_founding_changes_nothing() {
    String path = "/clusters/" + make("/clusters", with(aCluster(), "foundedOn", "2011"));
    make(path + "/colleges", Map.of("name", "K"));
    post(path + "/dissolution", Map.of("on", "2010-12-31"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/on")));
    get(path + "/colleges").body("items", hasSize(1));
  }

  @Test
  void a_provisional_mandate_ends_when_the_next_of_its_role_begins() {
    String path = "/clusters/" + make("/clusters", aCluster());
    String first =
        make(
            path + "/mandates",
            Map.of("person", "A", "role", "PRESIDENT", "provisional", true, "from", "2015-05-05"));
    String treasurer =
        make(
            path + "/mandates",
            Map.of("person", "B", "role", "TREASURER", "provisional", true, "from", "2015-05-05"));
    make(path + "/mandates", Map.of("person", "C", "role", "PRESIDENT", "from", "2015-06-30"));
    get(path + "/mandates/" + first).body("until", equalTo("2015-06-30"));
    get(path + "/mandates/" + treasurer).body("until", nullValue());
    get(path + "/mandates?role=president&on=2015-06-29")
        .body("items.person", equalTo(List.of("A")));
    get(path + "/mandates?role=president&on=2015-06-30")
        .body("items.person", equalTo(List.of("C")));
  }

  @Test
  void a_mandate_in_an_organisation_stands_at_the_organisation() {
    String body = make("/organisations", anOrganisation());
    String path = "/organisations/" + body + "/mandates";
    String person = unique("Élodie d'Été");
    String id =
        make(
            path,
            Map.of(
                "person", person, "role", "PRESIDENT", "from", "2014-11-19", "startKnown", false));
    get(path + "/" + id)
        .body("organisation.id", equalTo(body))
        .body("cluster", nullValue())
        .body("startKnown", equalTo(false));
    get("/mandates?person={p}", person.replace('É', 'e').replace("'", " "))
        .body("items.id", equalTo(List.of(id)));
    get("/mandates?person={p}", person.substring(person.length() - 4))
        .body("items.id", hasItem(id));
    get("/mandates?person=-e").statusCode(400).body("errors[0].parameter", equalTo("person"));
    patch(path + "/" + id, Map.of("until", "2016")).statusCode(200);
    patch(path + "/" + id, Collections.singletonMap("organisation", null))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/organisation")));
    get(path + "?on=2016-12-31").body("items", hasSize(0));
    get("/organisations/" + make("/organisations", anOrganisation()) + "/mandates/" + id)
        .statusCode(404);
    get("/organisations/018f0000-0000-7000-8000-000000000000/mandates").statusCode(404);
  }

  @Test
  void an_office_is_planned_open_or_closed_and_found_by_city_everywhere() {
    String city = unique("Labège");
    String path = "/clusters/" + make("/clusters", aCluster()) + "/offices";
    String id =
        make(
            path,
            Map.of(
                "city",
                city,
                "plannedFor",
                "2016",
                "openedOn",
                "2016-03",
                "closedOn",
                "2018-01-01"));
    for (var day :
        Map.of("2015-01-01", "PLANNED", "2016-03-01", "OPEN", "2018-01-01", "CLOSED").entrySet()) {
      get(path + "/" + id + "?on=" + day.getKey()).body("status", equalTo(day.getValue()));
    }
    get("/offices?city={c}&on=2017-01-01", city.toLowerCase(java.util.Locale.ROOT))
        .body("items.id", equalTo(List.of(id)));
    get("/offices?city={c}&on=2019-01-01", city).body("items", hasSize(0));
    post(path, Map.of("place", "somewhere")).statusCode(422);
  }

  @Test
  void what_belongs_to_a_cluster_is_found_only_there() {
    String path = "/clusters/" + make("/clusters", aCluster());
    String college = make(path + "/colleges", Map.of("name", "K"));
    String other = "/clusters/" + make("/clusters", aCluster());
    get(path + "/colleges/" + college).statusCode(200);
    get(other + "/colleges/" + college).statusCode(404);
    get("/clusters/none-such/colleges").statusCode(404);
    post("/clusters/none-such/colleges", Map.of("name", "K")).statusCode(404);
    get("/mandates").body("items.id", not(hasItem(college)));
  }
}
