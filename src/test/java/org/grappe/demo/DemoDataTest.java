package org.grappe.demo;

import static org.grappe.testing.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What the press reported, asked as the README asks it. */
@QuarkusTest
@TestProfile(DemoProfile.class)
@QuarkusTestResource(value = RealPostgres.class, restrictToAnnotatedClass = true)
class DemoDataTest {

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
}
