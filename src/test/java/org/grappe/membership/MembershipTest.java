package org.grappe.membership;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs to which cluster on which day. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MembershipTest {
  private String cluster;
  private String company;

  @BeforeEach
  void a_cluster_founded_in_february_2015_and_a_company() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2015-02"));
    company = make("/organisations", anOrganisation());
  }

  private Map<String, Object> from(String day) {
    return with(aMembership(cluster, company), "from", day);
  }

  private List<String> members(String on) {
    return get("/memberships?cluster={c}&on={on}", cluster, on)
        .statusCode(200)
        .extract()
        .path("items.organisation.id");
  }

  @Test
  void a_member_belongs_from_its_first_day_to_before_its_last() {
    String id =
        make(
            "/memberships",
            with(from("2016-01-01"), "until", "2017-01-01", "endReason", "RESIGNED"));
    assertEquals(List.of(), members("2015-12-31"));
    assertEquals(List.of(company), members("2016-01-01"));
    assertEquals(List.of(company), members("2016-12-31"));
    assertEquals(List.of(), members("2017-01-01"));
    get("/memberships/{id}?on=2016-06-01", id)
        .body("status", equalTo("ACTIVE"))
        .body("memberSince", equalTo("2016-01-01"));
    get("/memberships/{id}?on=2018-06-01", id).body("status", equalTo("ENDED"));
    get("/memberships/{id}?on=2015-06-01", id).body("status", equalTo("APPLIED"));
    get("/memberships?cluster={c}&status=active,ended", cluster).body("items", hasSize(1));
  }

  @Test
  void why_it_ended_is_not_public() {
    String id =
        make(
            "/memberships",
            with(from("2016-01-01"), "until", "2017-01-01", "endReason", "EXPELLED"));
    get("/memberships/" + id).body("endReason", nullValue());
    admin().get("/memberships/" + id).then().body("endReason", equalTo("EXPELLED"));
  }

  @Test
  void applications_are_hidden_until_they_are_admitted() {
    String id =
        make("/memberships", with(aMembership(cluster, company), "appliedOn", "2016-01-01"));
    get("/memberships/" + id).statusCode(404);
    get("/memberships?cluster={c}&status=applied&count=true", cluster)
        .body("items", hasSize(0))
        .body("total", equalTo(0));
    admin()
        .get("/memberships?cluster={c}&status=applied&count=true", cluster)
        .then()
        .body("total", equalTo(1));
    patch("/memberships/" + id, Map.of("from", "2016-03-01"))
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    get("/memberships/" + id).statusCode(200);
  }

  @Test
  void a_refused_application_is_no_membership() {
    String id =
        make("/memberships", with(aMembership(cluster, company), "appliedOn", "2016-01-01"));
    patch("/memberships/" + id, Map.of("refusedOn", "2016-02-01"))
        .statusCode(200)
        .body("status", equalTo("REFUSED"));
    patch("/memberships/" + id, Map.of("from", "2016-02-01")).statusCode(422);
    make("/memberships", with(aMembership(cluster, company), "appliedOn", "2016-03-01"));
    post("/memberships", with(aMembership(cluster, company), "appliedOn", "2016-04-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/membership-overlap"));
  }

  @Test
  void two_memberships_of_one_organisation_cannot_overlap() {
    make("/memberships", with(from("2016-01-01"), "until", "2017-01-01"));
    post("/memberships", from("2016-12-31"))
        .statusCode(409)
        .body("type", equalTo("/problems/membership-overlap"));
    post("/memberships", from("2017-01-01")).statusCode(201);
  }

  @Test
  void of_requests_that_race_for_one_membership_one_makes_it() {
    List<Integer> statuses =
        Race.of(
            16,
            i ->
                post("/memberships", from(LocalDate.of(2016, 1, 1 + i).toString()))
                    .extract()
                    .statusCode());
    assertEquals(1, statuses.stream().filter(s -> s == 201).count(), statuses.toString());
    assertEquals(15, statuses.stream().filter(s -> s == 409).count(), statuses.toString());
  }

  @Test
  void a_membership_lies_within_its_clusters_life() {
    post("/memberships", from("2015-01-31"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
    String id = make("/memberships", from("2015-02-01"));
    patch("/clusters/" + cluster, Map.of("foundedOn", "2016"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2020-01-01"))
        .statusCode(200)
        .body("status", equalTo("DISSOLVED"));
    admin()
        .get("/memberships/" + id)
        .then()
        .body("until", equalTo("2020-01-01"))
        .body("endReason", equalTo("DISSOLVED"));
    post("/memberships", from("2020-01-01")).statusCode(409);
    post("/memberships", with(from("2020-01-01"), "until", "2020-02-01")).statusCode(409);
  }

  @Test
  void a_cluster_only_announced_takes_applications_and_admits_nobody() {
    String announced = make("/clusters", with(aCluster(), "announcedOn", "2015-01-01"));
    post("/memberships", with(aMembership(announced, company), "from", "2016-01-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
    post("/memberships", with(aMembership(announced, company), "appliedOn", "2016-01-01"))
        .statusCode(201);
  }

  @Test
  void a_dissolution_and_a_new_member_that_race_leave_nobody_behind() {
    for (int round = 0; round < 5; round++) {
      String c = make("/clusters", with(aCluster(), "foundedOn", "2015"));
      List<Integer> statuses =
          Race.of(
              16,
              i ->
                  (i == 7
                          ? post("/clusters/" + c + "/dissolution", Map.of("on", "2020-01-01"))
                          : post(
                              "/memberships",
                              with(
                                  aMembership(c, make("/organisations", anOrganisation())),
                                  "from",
                                  "2016-01-01")))
                      .extract()
                      .statusCode());
      assertEquals(200, statuses.get(7));
      assertTrue(Set.of(200, 201, 409).containsAll(statuses), statuses.toString());
      assertEquals("DISSOLVED", get("/clusters/" + c).extract().path("status"));
      get("/memberships?cluster={c}&status=active", c).body("items", hasSize(0));
    }
  }

  @Test
  void the_college_is_one_of_the_membership_s_cluster() {
    String elsewhere =
        make("/clusters/" + make("/clusters", aCluster()) + "/colleges", Map.of("name", "K"));
    post("/memberships", with(from("2016-01-01"), "college", elsewhere))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/college")));
    String here = make("/clusters/" + cluster + "/colleges", Map.of("name", "K"));
    String id = make("/memberships", with(from("2016-01-01"), "college", here));
    get("/memberships?college=" + here).body("items.id", equalTo(List.of(id)));
  }

  @Test
  void days_out_of_order_and_contradictions_are_told_by_field() {
    post("/memberships", aMembership(cluster, company))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/from")));
    post("/memberships", with(from("2016-01-01"), "until", "2016-01-01", "appliedOn", "2016-02-01"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/from", "/until", "/until")));
    post("/memberships", with(from("2016-01"), "endReason", "RESIGNED"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/from")));
  }

  @Test
  void members_are_listed_by_name_and_a_new_name_moves_them() {
    make("/memberships", from("2016-01-01"));
    String other = make("/organisations", with(anOrganisation(), "name", "Aaa"));
    make("/memberships", with(aMembership(cluster, other), "from", "2016-01-01"));
    get("/memberships?cluster={c}", cluster)
        .body("items.organisation.id", equalTo(List.of(other, company)));
    patch("/organisations/" + other, Map.of("name", "Zzz")).statusCode(200);
    get("/memberships?cluster={c}", cluster)
        .body("items.organisation.id", equalTo(List.of(company, other)));
    get("/memberships?cluster={c}", cluster).body("items.organisation.name[1]", equalTo("Zzz"));
  }

  @Test
  void an_organisations_story_is_told_in_order_and_members_are_found_by_cluster() {
    make("/memberships", with(from("2017-01-01"), "until", "2018-01-01"));
    make("/memberships", with(from("2015-03-01"), "until", "2016-01-01"));
    get("/organisations/{id}/memberships", company)
        .body("items.from", equalTo(List.of("2015-03-01", "2017-01-01")));
    anyone().get("/organisations/{id}/memberships", cluster).then().statusCode(404);
    get("/organisations?memberOf={c}&on=2017-06-01&includePredecessors=true", cluster)
        .body("items.id", equalTo(List.of(company)));
    get("/organisations?memberOf={c}&on=2016-06-01", cluster).body("items", hasSize(0));
  }
}
