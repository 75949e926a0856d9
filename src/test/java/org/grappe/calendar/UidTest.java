package org.grappe.calendar;

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
    // what it is called was none of the merger's, and stays
    post("/mergers/" + merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    admin().get("/events?cluster={c}", one).then().body("items[0].name", equalTo("Newer"));
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

  private static String calendar(String path, Object... parts) {
    return anyone().get(path, parts).asString();
  }

  private static void changesNothing(String calendar, String host, int events) {
    admin()
        .contentType("text/calendar")
        .body(calendar)
        .post("/events/ics?host=" + host)
        .then()
        .statusCode(200)
        .body("made", equalTo(0))
        .body("updated", equalTo(0))
        .body("leftOut", equalTo(0))
        .body("unchanged", equalTo(events));
  }

  private static void absorb(String party, String result) {
    String merger = make("/mergers", Map.of("parties", List.of(party, result), "result", result));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
  }

  @Test
  void the_clusters_own_event_keeps_the_UID_and_its_calendar_sent_back_changes_nothing() {
    String party = make("/clusters", aCluster());
    String result = make("/clusters", aCluster());
    String theirs = sent(party, uid, "Older theirs").extract().path("items[0].event.id");
    String own = sent(result, uid, "Younger own").extract().path("items[0].event.id");
    absorb(party, result);
    String whole = calendar("/events.ics?cluster={c}", result);
    assertEquals(List.of("Older theirs=" + theirs + "@grappe", "Younger own=" + uid), told(whole));
    assertEquals(
        told(whole),
        told(
            anyone()
                .header("Host", "elsewhere.example")
                .get("/events.ics?cluster={c}", result)
                .asString()));
    changesNothing(whole, result, 2);
    changesNothing(whole.replace("@grappe", "@registry.example"), result, 2);
    // whatever else is asked for, neither passes for the other
    changesNothing(calendar("/events.ics?cluster={c}&q=theirs", result), result, 1);
    changesNothing(calendar("/events.ics?cluster={c}&q=own", result), result, 1);
    changesNothing(calendar("/events/{id}.ics", theirs), result, 1);
    changesNothing(calendar("/events/{id}.ics", own), result, 1);
    List<String> all = told(calendar("/events.ics?from=2030-01-08&until=2030-01-09"));
    assertEquals(all.stream().distinct().toList(), all);
  }

  /** What each event is called, with its UID, in order. */
  private static List<String> told(String calendar) {
    String plain = calendar.replace("\r\n ", "");
    return Pattern.compile("(?s)BEGIN:VEVENT.*?END:VEVENT")
        .matcher(plain)
        .results()
        .filter(event -> line(event.group(), "RECURRENCE-ID[^:]*") == null)
        .map(event -> line(event.group(), "SUMMARY") + "=" + line(event.group(), "UID"))
        .sorted()
        .toList();
  }

  private static String line(String event, String property) {
    var found = Pattern.compile("(?m)^" + property + ":(.*?)\r?$").matcher(event);
    return found.find() ? found.group(1) : null;
  }

  @Test
  void whoever_writes_anothers_id_into_a_UID_neither_takes_that_event_nor_its_UID() {
    String squatter = make("/clusters", aCluster());
    String party = make("/clusters", aCluster());
    String result = make("/clusters", aCluster());
    String theirs = sent(party, uid, "Theirs").extract().path("items[0].event.id");
    sent(result, uid, "Own");
    String squatted = theirs + "@grappe";
    sent(squatter, squatted, "Squatted").body("made", equalTo(1));
    sent(squatter, squatted, "Squatted").body("unchanged", equalTo(1));
    admin().get("/events/" + theirs).then().body("name", equalTo("Theirs"));
    absorb(squatter, result);
    absorb(party, result);
    String whole = calendar("/events.ics?cluster={c}", result);
    assertEquals(3, told(whole).size());
    assertTrue(told(whole).contains("Theirs=" + squatted), whole);
    assertEquals(3, uids(result).stream().distinct().count());
    changesNothing(whole, result, 3);
    // one event under two names of it is written once
    sent(result, theirs + "@anywhere", "Theirs").body("unchanged", equalTo(1));
  }
}
