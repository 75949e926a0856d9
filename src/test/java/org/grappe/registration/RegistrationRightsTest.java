package org.grappe.registration;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads and writes the registrations of an event that is shared. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RegistrationRightsTest {
  private String host;
  private String partner;
  private String hosts;
  private String partners;
  private String others;
  private String event;
  private String list;

  @BeforeEach
  void an_event_and_three_editors() {
    host = make("/clusters", aCluster());
    partner = make("/clusters", aCluster());
    hosts = aKey("EDITOR", host);
    partners = aKey("EDITOR", partner);
    others = aKey("EDITOR", make("/clusters", aCluster()));
    event =
        make(
            "/events",
            with(anEvent(host), "startsOn", "2030-05-01", "capacity", 50, "scope", "REGIONAL"));
    list = "/events/" + event + "/registrations";
  }

  private void share() {
    make("/conventions", aConvention(host, partner));
    make("/events/" + event + "/shares", Map.of("cluster", partner));
  }

  private static Map<String, Object> body(String cluster) {
    String organisation = make("/organisations", anOrganisation());
    Map<String, Object> body = new HashMap<>(Map.of("organisation", organisation, "places", 1));
    if (cluster != null) {
      body.put(
          "membership",
          make("/memberships", with(aMembership(cluster, organisation), "from", "2016-01-01")));
    }
    return body;
  }

  private ValidatableResponse register(String key, Map<String, Object> body) {
    return bearer(key).contentType("application/json").body(body).post(list).then();
  }

  @Test
  void a_partners_editor_registers_members_of_its_own_cluster_once_it_has_accepted() {
    register(partners, body(partner)).statusCode(422);
    register(partners, body(null)).statusCode(403);
    register(hosts, body(partner)).statusCode(422);
    share();
    String own =
        list + "/" + register(partners, body(partner)).statusCode(201).extract().path("id");
    register(hosts, body(partner)).statusCode(201);
    register(hosts, body(host)).statusCode(201);
    String hostsOwn = list + "/" + register(hosts, body(null)).statusCode(201).extract().path("id");
    register(partners, body(null)).statusCode(403);
    register(partners, body(host)).statusCode(403);
    register(others, body(null)).statusCode(403);
    cancel(partners, hostsOwn).statusCode(403);
    cancel(others, own).statusCode(403);
    bearer(partners).get(hostsOwn + "/history").then().statusCode(403);
    bearer(partners).get(own + "/history").then().statusCode(200).body("items", hasSize(1));
    bearer(partners)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"membership\": null}")
        .patch(own)
        .then()
        .statusCode(403);
    cancel(partners, own).statusCode(200).body("status", equalTo("CANCELLED"));
    cancel(hosts, hostsOwn).statusCode(200);
  }

  private static ValidatableResponse cancel(String key, String registration) {
    return bearer(key)
        .contentType("application/json")
        .body(Map.of())
        .post(registration + "/cancellation")
        .then();
  }

  @Test
  void the_list_is_read_where_the_event_stands_in_the_calendar_and_the_numbers_by_all() {
    String one = list + "/" + register(hosts, body(null)).statusCode(201).extract().path("id");
    for (String path : new String[] {list, one}) {
      anyone().get(path).then().statusCode(401);
      bearer(aKey("PARTNER")).get(path).then().statusCode(403);
      bearer(others).get(path).then().statusCode(403);
      bearer(partners).get(path).then().statusCode(403);
      bearer(hosts).get(path).then().statusCode(200);
      admin().get(path).then().statusCode(200);
    }
    share();
    bearer(partners).get(one).then().statusCode(200);
    bearer(partners).get(list).then().body("items", hasSize(1));
    bearer(partners)
        .contentType("application/json")
        .body(Map.of())
        .post("/events/" + event + "/shares/" + partner + "/refusal")
        .then()
        .statusCode(200);
    bearer(partners).get(list).then().statusCode(403);
    anyone().get("/events/" + event).then().body("places.confirmed", equalTo(1));
    anyone()
        .get("/events?cluster={c}", host)
        .then()
        .body("items[0].places.capacity", equalTo(50))
        .body("items[0].places.waiting", equalTo(0));
  }

  @Test
  void an_event_that_no_cluster_hosts_is_registered_for_by_administrators() {
    Map<String, Object> free = anEvent(host);
    free.put("host", Map.of("organisation", make("/organisations", anOrganisation())));
    free.put("registrationsOpen", true);
    String registrations = "/events/" + make("/events", free) + "/registrations";
    bearer(hosts)
        .contentType("application/json")
        .body(body(null))
        .post(registrations)
        .then()
        .statusCode(403);
    bearer(hosts).get(registrations).then().statusCode(403);
    post(registrations, body(null)).statusCode(201).body("status", equalTo("CONFIRMED"));
  }

  @Test
  void neither_a_merger_nor_a_dissolution_changes_what_is_registered() {
    share();
    String one =
        list + "/" + register(partners, body(partner)).statusCode(201).extract().path("id");
    String before = admin().get(one).asString();
    String result = make("/clusters", aCluster());
    String merger =
        make("/mergers", Map.of("parties", new String[] {host, partner}, "result", result));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2020-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    admin().get(one).then().body(equalTo(before));
    bearer(partners).get(one).then().statusCode(200);
    post("/clusters/" + result + "/dissolution", Map.of()).statusCode(200);
    admin().get(one).then().body(equalTo(before));
    cancel(partners, one).statusCode(200);
  }
}
