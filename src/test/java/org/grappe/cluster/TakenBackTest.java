package org.grappe.cluster;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dissolution and a cancellation that were entered by mistake are taken back. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TakenBackTest {
  private String cluster;

  @BeforeEach
  void a_cluster() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
  }

  @Test
  void a_dissolution_is_reversed_with_all_that_it_ended() {
    String friend = make("/clusters", aCluster());
    String member =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "from",
                "2010-01-01"));
    String applicant =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "appliedOn",
                "2016-01-01"));
    String mandates = "/clusters/" + cluster + "/mandates";
    String president = make(mandates, Map.of("role", "PRESIDENT", "from", "2012"));
    make("/clusters/" + cluster + "/colleges", Map.of("name", "Studios"));
    make("/clusters/" + cluster + "/offices", Map.of("city", "Sète", "openedOn", "2012"));
    String convention = make("/conventions", with(aConvention(cluster, friend), "from", "2010"));
    String event = make("/events", with(anEvent(cluster), "startsOn", "2030-01-08"));
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2017-01-01", "reason", "Broke."))
        .statusCode(200);
    get("/events/" + event).body("status", equalTo("CANCELLED"));
    patch("/memberships/" + member, Map.of("remarks", "A founder.")).statusCode(200);
    patch("/clusters/" + cluster, Map.of("city", "Sète", "dissolvedOn", "2017-02-01"))
        .statusCode(200);
    String path = "/clusters/" + cluster + "/dissolution/reversal";
    post(path, Map.of("reason", "The wrong one."))
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("dissolvedOn", nullValue())
        .body("city", equalTo("Sète"))
        .body("statements.text", contains("The wrong one."));
    get("/memberships/" + member)
        .body("status", equalTo("ACTIVE"))
        .body("until", nullValue())
        .body("remarks", equalTo("A founder."));
    org.grappe.testing.Api.admin()
        .get("/memberships/" + applicant)
        .then()
        .body("status", equalTo("APPLIED"));
    get(mandates + "/" + president).body("until", nullValue());
    get("/clusters/" + cluster + "/colleges").body("items.name", contains("Studios"));
    get("/clusters/" + cluster + "/offices").body("items.status", contains("OPEN"));
    get("/conventions/" + convention).body("status", equalTo("IN_FORCE"));
    get("/events/" + event).body("status", equalTo("PLANNED"));
    post(path, Map.of("reason", "again"))
        .statusCode(409)
        .body("type", equalTo("/problems/nothing-to-undo"));
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2018-01-01")).statusCode(200);
    post(path, Map.of()).statusCode(200);
    get("/memberships/" + member).body("status", equalTo("ACTIVE"));
  }

  @Test
  void the_end_of_a_party_is_no_dissolution() {
    String next = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String merger = make("/mergers", Map.of("parties", List.of(cluster, next), "result", next));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2017-01-01", "withoutBallots", true, "reason", "r"))
        .statusCode(200);
    post("/clusters/" + cluster + "/dissolution/reversal", Map.of("reason", "r"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"));
  }

  @Test
  void a_cancelled_event_takes_place_after_all_under_its_uid() {
    String event =
        make("/events", with(anEvent(cluster), "startsOn", "2030-01-08", "capacity", 10));
    String uid = get("/events/" + event).extract().path("uid");
    String path = "/events/" + event + "/reinstatement";
    post(path, Map.of("reason", "r"))
        .statusCode(409)
        .body("type", equalTo("/problems/nothing-to-undo"));
    post("/events/" + event + "/cancellation", Map.of("reason", "Rain.")).statusCode(200);
    post(path, Map.of("reason", "Sun."))
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("uid", equalTo(uid))
        .body("cancelledOn", nullValue())
        .body("statements.text", hasItem("Sun."));
    post("/events/" + event + "/cancellation", Map.of()).statusCode(200);
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2017-01-01")).statusCode(200);
    post(path, Map.of()).statusCode(409).body("type", equalTo("/problems/outside-cluster-life"));
  }
}
