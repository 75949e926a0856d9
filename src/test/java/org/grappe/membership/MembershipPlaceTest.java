package org.grappe.membership;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands against a membership is told by its field and its bound, or by the other one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MembershipPlaceTest {
  private String company;

  @BeforeEach
  void a_company() {
    company = make("/organisations", anOrganisation());
  }

  private ValidatableResponse enter(String cluster, Object... more) {
    return post("/memberships", with(aMembership(cluster, company), more)).statusCode(409);
  }

  @Test
  void the_life_of_a_cluster_bounds_it() {
    String cluster =
        make("/clusters", with(aCluster(), "foundedOn", "2005-06", "dissolvedOn", "2015-02"));
    enter(cluster, "from", "2005-05-31")
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("from"))
        .body("bound", equalTo("2005-06-01"))
        .body("detail", containsString("2005-06-01"));
    enter(cluster, "from", "2010-01-01")
        .body("field", equalTo("until"))
        .body("bound", equalTo("2015-02-28"));
    enter(cluster, "from", "2015-02-28", "until", "2016-01-01").body("field", equalTo("from"));
    enter(cluster, "appliedOn", "2016-01-01").body("field", equalTo("appliedOn"));
    String announced = make("/clusters", with(aCluster(), "announcedOn", "2014"));
    enter(announced, "from", "2016-01-01")
        .body("field", equalTo("from"))
        .body("bound", nullValue());
  }

  @Test
  void another_of_the_same_organisation_is_named() {
    String cluster = make("/clusters", aCluster());
    String other =
        make(
            "/memberships",
            with(aMembership(cluster, company), "from", "2010-01-01", "until", "2012-01-01"));
    enter(cluster, "from", "2011-01-01")
        .body("type", equalTo("/problems/membership-overlap"))
        .body("field", equalTo("from"))
        .body("bound", equalTo("2012-01-01"))
        .body("other.id", equalTo(other));
    enter(cluster, "from", "2008-01-01", "until", "2010-01-02")
        .body("field", equalTo("until"))
        .body("bound", equalTo("2010-01-01"));
    enter(cluster, "from", "2008-01-01")
        .body("field", equalTo("until"))
        .body("other.id", equalTo(other));
    String later = make("/memberships", with(aMembership(cluster, company), "from", "2012-01-01"));
    patch("/memberships/" + later, Map.of("from", "2011-12-31"))
        .statusCode(409)
        .body("other.id", equalTo(other));
    String applies =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "appliedOn",
                "2016-01-01"));
    company = org.grappe.testing.Api.admin().get("/memberships/" + applies).path("organisation.id");
    enter(cluster, "appliedOn", "2017-01-01").body("other.id", equalTo(applies));
  }

  @Test
  void the_members_of_a_cluster_bound_its_life() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String member = make("/memberships", with(aMembership(cluster, company), "from", "2010-01-01"));
    patch("/clusters/" + cluster, Map.of("foundedOn", "2010-01-02"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("foundedOn"))
        .body("bound", equalTo("2010-01-01"))
        .body("other.id", equalTo(member));
    patch("/clusters/" + cluster, Map.of("dissolvedOn", "2020"))
        .statusCode(409)
        .body("field", equalTo("dissolvedOn"))
        .body("bound", nullValue())
        .body("other.id", equalTo(member));
    Map<String, Object> announced = new java.util.HashMap<>();
    with(announced, "foundedOn", null, "announcedOn", "2004");
    patch("/clusters/" + cluster, announced)
        .statusCode(409)
        .body("field", equalTo("foundedOn"))
        .body("other.id", equalTo(member));
    patch("/clusters/" + cluster, Map.of("foundedOn", "2010-01")).statusCode(200);
  }

  @Test
  void who_merged_years_ago_is_no_party_any_more() {
    String one = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String two = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String merger = make("/mergers", Map.of("parties", List.of(one, two), "result", two));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2015-02-01", "withoutBallots", true, "reason", "r"))
        .statusCode(200);
    String other = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    post("/mergers", Map.of("parties", List.of(one, other), "result", other))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles[0].id", equalTo(one));
    make("/mergers", Map.of("parties", List.of(one, other), "announcedOn", "2012"));
    patch("/clusters/" + two, Map.of("status", "ACTIVE"))
        .statusCode(422)
        .body("errors.size()", equalTo(1));
  }
}
