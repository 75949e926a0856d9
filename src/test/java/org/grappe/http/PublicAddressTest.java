package org.grappe.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Api;
import org.grappe.testing.EdgeProfile;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.junit.jupiter.api.Test;

/** What leads back to the service from where its answers are read. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
@QuarkusTestResource(RealPostgres.class)
class PublicAddressTest {
  private static final String PUBLIC = "https://grappe.example.org/registry/api/v1/events";

  private static String read(String path, String type) {
    return given()
        .header("Host", "inside:8080")
        .header("X-Forwarded-For", "198.51.100.200")
        .accept(type)
        .get("/api/v1" + path)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replace("\r\n ", "");
  }

  @Test
  void calendars_feeds_and_linked_data_lead_to_the_address_that_is_configured() {
    String cluster = Api.make("/clusters", Records.aCluster());
    String event =
        Api.make("/events", Records.with(Records.anEvent(cluster), "startsOn", "2030-01-07"));
    for (String answer :
        List.of(
            read("/events.ics", "*/*"),
            read("/events/" + event + ".ics", "*/*"),
            read("/events.atom", "*/*"),
            read("/events/" + event, "application/ld+json"))) {
      assertTrue(answer.contains(PUBLIC), answer);
      assertFalse(answer.contains("inside:8080"), answer);
    }
  }

  @Test
  void who_makes_a_record_finds_it_where_he_came() {
    String location =
        Api.admin()
            .header("Host", "inside:8080")
            .contentType("application/json")
            .body(Map.copyOf(Records.aSource()))
            .post("/sources")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    assertEquals("http://inside:8080/api/v1/sources/", location.replaceFirst("[^/]+$", ""));
  }
}
