package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the press reported, asked as the README asks it. */
class DemoDataIT {
  @TempDir static Path directory;
  private static PackagedService service;
  private static String api;

  @BeforeAll
  static void start() throws Exception {
    service = PackagedService.ready(directory);
    api = service.api();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static ValidatableResponse get(String path, Object... params) {
    return given().baseUri(api).get(path, params).then();
  }

  @Test
  void two_clusters_were_active_in_what_is_now_occitanie_on_2015_06_05() {
    get("/clusters?region=76&status=active&on=2015-06-05")
        .statusCode(200)
        .body("items.slug", contains("digital-place", "frenchsouth-digital"));
  }

  @Test
  void three_clusters_were_active_before_they_became_one() {
    get("/clusters?region=76&status=active&on=2014-11-19")
        .body("items.slug", contains("digital-place", "media-cloud-cluster", "novae-lr", "pix-lr"));
    get("/clusters?region=76&status=announced&on=2014-11-19")
        .body("items.slug", contains("frenchsouth-digital"));
  }

  @Test
  void daniel_benchimol_presided_digital_place_on_2015_06_05() {
    get("/clusters/digital-place/mandates?role=president&on=2015-06-05")
        .body("items.person", contains("Daniel Benchimol"));
  }

  @Test
  void novae_lr_is_found_by_part_of_its_name_and_pix_lr_however_it_is_written() {
    get("/clusters?q=novae").body("items.slug", contains("novae-lr"));
    for (String written : new String[] {"pixlr", "PIX LR", "pix'lr"}) {
      get("/clusters?q={q}", written).body("items.slug", contains("pix-lr"));
    }
  }

  @Test
  void the_colleges_of_frenchsouth_digital_exist_since_its_launch() {
    get("/clusters/frenchsouth-digital/colleges?on=2014-11-19").body("items", hasSize(0));
    get("/clusters/frenchsouth-digital/colleges?on=2015-05-06").body("items", hasSize(3));
  }

  @Test
  void its_president_was_provisional_in_2015_and_is_one_person_in_2017() {
    get("/clusters/frenchsouth-digital/mandates?role=president&on=2015-06-05")
        .body("items.person", contains("Pierre Deniset"))
        .body("items.provisional", contains(true));
    get("/clusters/frenchsouth-digital/mandates?role=president&on=2017-01-12")
        .body("items.person", contains("Pierre Deniset"))
        .body("items.provisional", contains(false));
  }

  @Test
  void a_person_is_found_by_a_part_of_the_name() {
    get("/mandates?person=deniset").body("items.person", hasItems("Pierre Deniset"));
  }

  @Test
  void gregory_cladera_held_three_offices() {
    get("/mandates?person=gregory cladera&status=active,ended&sort=from")
        .body("items", hasSize(3))
        .body("items.role", hasItems("PRESIDENT", "COLLEGE_REPRESENTATIVE", "OTHER"));
  }

  @Test
  void digital_place_carries_what_others_say_of_its_founding() {
    get("/clusters/digital-place")
        .body("foundedOn", equalTo("2011"))
        .body(
            "statements.findAll { it.field == 'foundedOn' }.by",
            hasItems("Tony Marchand", "Daniel Benchimol"));
  }

  @Test
  void the_figures_of_the_former_region_stand_beside_those_of_the_new_one() {
    get("/figures?subject=region:76&metric=companies,employees&includePredecessors=true")
        .body("items", hasSize(4))
        .body("items.findAll { it.subject.region.code == '76' }.value", hasItems(8400, 52500))
        .body("items.findAll { it.subject.region.code == '91' }.value", hasItems(4500, 12000));
    get("/figures?subject=region:76&metric=companies,employees").body("items", hasSize(2));
  }

  @Test
  void the_programmes_are_led_by_a_cluster_a_chamber_and_a_region() {
    get("/programmes?cluster=frenchsouth-digital")
        .body("items.name", contains("#GreenConcept", "Feuille de route de FrenchSouth.digital"))
        .body("items[0].leads.name", contains("FrenchSouth.digital", "CCI Occitanie"))
        .body("items[0].waves", hasSize(3));
    get("/programmes?kind=project").body("items.city", contains("Charbonnières-les-Bains"));
  }

  @Test
  void of_240000_euros_144000_are_european_and_all_of_it_is_only_reported() {
    get("/subsidy-lines/summary?cluster=frenchsouth-digital&by=origin")
        .body("items.find { it.origin == 'EUROPEAN' }.reported", equalTo(144000.00f))
        .body("items.find { it.origin == 'UNKNOWN' }.reported", equalTo(96000.00f))
        .body("items.voted", everyItem(equalTo(0.00f)));
    get("/subsidy-lines/summary?cluster=frenchsouth-digital")
        .body("items[0].reported", equalTo(240000.00f))
        .body("items[0].announced", equalTo(0.00f))
        .body("items[0].lines", equalTo(2))
        .body("items[0].linesWithoutAmount", equalTo(1));
    get("/subsidy-lines?cluster=frenchsouth-digital&fiscalYear=2015")
        .body("items[0].steps.qualifier", contains("UP_TO"))
        .body("items[0].fundings[1].funder", nullValue());
    get("/subsidy-lines/summary?region=84").body("items[0].linesWithoutAmount", equalTo(1));
  }

  @Test
  void the_convention_was_signed_twice_and_binds_both_since_the_first_day() {
    get("/conventions?cluster=digital-place&on=2015-06-05&covers=events")
        .body("items", hasSize(1))
        .body("items[0].signings.city", contains("Toulouse", "Montpellier"))
        .body("items[0].from", equalTo("2015-06-04"))
        .body("items[0].parties.slug", contains("digital-place", "frenchsouth-digital"));
    get("/conventions?cluster=digital-place&on=2015-06-03").body("items", hasSize(0));
  }

  @Test
  void the_editions_of_a_series_come_in_order_and_none_is_shared() {
    get("/events?series=Innovation IT Day")
        .body("items.edition", contains(2015, 2016, 2017))
        .body("items.sharedWith.flatten()", hasSize(0));
    get("/events?cluster=frenchsouth-digital&series=Innovation IT Day").body("items", hasSize(0));
  }

  @Test
  void visitors_hang_on_the_edition_that_they_visited() {
    String edition =
        get("/events?series=Innovation IT Day&from=2016-01-01&until=2017-01-01")
            .extract()
            .path("items[0].id");
    get("/figures?subject=event:{id}&metric=visitors", edition)
        .body("items.value", contains(900))
        .body("items.sources[0].name", hasItems(org.hamcrest.Matchers.containsString("Opération")));
  }
}
