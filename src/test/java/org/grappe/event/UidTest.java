package org.grappe.event;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** A UID is of the host that entered it: nobody takes another's, and none is told twice. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class UidTest {
  private final String uid = unique("Uid");

  private static ValidatableResponse sent(String host, String uid, String name) {
    return admin()
        .contentType("text/calendar")
        .body(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:%s
            SUMMARY:%s
            DTSTART:20300108
            END:VEVENT
            END:VCALENDAR
            """
                .formatted(uid, name))
        .post("/events/ics?host=" + host)
        .then()
        .statusCode(200);
  }

  private static List<String> uids(String cluster) {
    String calendar = anyone().get("/events.ics?cluster={c}", cluster).asString();
    return Pattern.compile("(?m)^UID:(.*?)\\r?$")
        .matcher(calendar.replace("\r\n ", ""))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void each_host_has_its_own_event_of_a_UID_and_case_makes_another() {
    String one = make("/clusters", aCluster());
    String other = make("/clusters", aCluster());
    sent(other, uid, "Squatted").body("made", equalTo(1));
    sent(one, uid, "Ours").body("made", equalTo(1));
    sent(one, uid.toUpperCase(java.util.Locale.ROOT), "Another").body("made", equalTo(1));
    sent(one, uid, "Ours").body("unchanged", equalTo(1));
    sent(one, uid, "Still ours").body("updated", equalTo(1));
    assertEquals(List.of(uid), uids(other));
    assertEquals(2, uids(one).size());
    admin().get("/events?cluster={c}", other).then().body("items[0].name", equalTo("Squatted"));
  }

  @Test
  void both_live_on_under_a_result_and_its_calendar_tells_each_by_a_name_of_its_own() {
    String one = make("/clusters", aCluster());
    String other = make("/clusters", aCluster());
    String result = make("/clusters", aCluster());
    sent(one, uid, "Older");
    sent(other, uid, "Younger");
    String merger = make("/mergers", Map.of("parties", List.of(one, other), "result", result));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    List<String> uids = uids(result);
    assertEquals(2, uids.size(), uids.toString());
    assertTrue(uids.contains(uid), uids.toString());
    assertEquals(2, uids.stream().distinct().count());
    sent(result, uid, "Newer").body("updated", equalTo(1)).body("made", equalTo(0));
    admin()
        .get("/events?cluster={c}&sort=createdAt", result)
        .then()
        .body("items.name", equalTo(List.of("Newer", "Younger")));
    post("/mergers/" + merger + "/reversal", Map.of("reason", "a test")).statusCode(409);
  }

  @Test
  void what_is_shared_with_a_host_is_not_made_again_for_it() {
    String one = make("/clusters", aCluster());
    String partner = make("/clusters", aCluster());
    make("/conventions", aConvention(one, partner));
    String event = sent(one, uid, "Shared").extract().path("items[0].event.id");
    admin()
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("scope", "REGIONAL"))
        .patch("/events/" + event)
        .then()
        .statusCode(200);
    make("/events/" + event + "/shares", Map.of("cluster", partner));
    sent(partner, uid, "Shared").body("leftOut", equalTo(1));
    assertEquals(List.of(uid), uids(partner));
  }
}
