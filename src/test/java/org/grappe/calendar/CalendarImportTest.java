package org.grappe.calendar;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grappe.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events come from calendars of other programs, each told what became of it, and once only. */
@QuarkusTest
class CalendarImportTest {
  private String slug;
  private String host;

  @BeforeEach
  void a_cluster() {
    Map<String, Object> cluster = aCluster();
    slug = (String) cluster.get("slug");
    host = make("/clusters", cluster);
  }

  @Test
  void a_real_calendar_is_taken_without_a_fault_and_has_its_days() throws IOException {
    String file = lyon();
    report(file, "&dryRun=true")
        .body("components", equalTo(4))
        .body("made", equalTo(4))
        .body("items[0].event", nullValue());
    assertEquals(0, events("").size());
    ValidatableResponse made = report(file, "&scope=regional");
    made.body("made", equalTo(4))
        .body("leftOut", equalTo(0))
        .body("items.notes.flatten()", hasSize(0))
        .body("items[2].name", equalTo("Human Talks"))
        .body("items[2].event.id", notNullValue());
    assertEquals(
        List.of("2019-04-09", "2019-05-14", "2019-06-11", "2019-07-09", "2019-09-10"),
        days("&from=2019-01-01&until=2020-01-01"));
    assertEquals(List.of("2020-01-14"), days("&from=2020-01-01&until=2020-12-31"));
    assertEquals(
        List.of("2024-01-09", "2024-03-12", "2024-05-14", "2024-06-11"),
        days("&from=2024-01-01&until=2024-07-01"));
    String id = made.extract().path("items[2].event.id");
    for (String day : List.of("2020-01-14", "2019-07-09")) {
      anyone()
          .get("/events/{id}/occurrences/{day}", id, day)
          .then()
          .body("startTime", equalTo("19:00"))
          .body("endTime", equalTo("21:00"))
          .body("timezone", equalTo("Europe/Paris"));
    }
    anyone()
        .get("/events/{id}", id)
        .then()
        .body("uid", equalTo("38slc1nh3ssaq09b5ac3tv7gpo@google.com" + "-" + slug))
        .body("scope", equalTo("REGIONAL"))
        .body("host.cluster.slug", equalTo(slug));
    String etag = anyone().get("/events/{id}", id).header("ETag");
    report(file, "").body("unchanged", equalTo(4)).body("updated", equalTo(0));
    assertEquals(etag, anyone().get("/events/{id}", id).header("ETag"));
    report(file.replace("SUMMARY:Human Talks", "SUMMARY:Human Talks Lyon"), "")
        .body("updated", equalTo(2))
        .body("unchanged", equalTo(2));
  }

  @Test
  void an_own_calendar_taken_back_changes_nothing() {
    String id =
        make(
            "/events",
            with(
                new java.util.LinkedHashMap<>(anEvent(slug)),
                "series",
                "Innovation IT Day",
                "edition",
                2030,
                "kind",
                "FAIR",
                "startsOn",
                "2030-01-08",
                "startTime",
                "19:00",
                "endTime",
                "21:00",
                "venue",
                "espace Diagora",
                "city",
                "Labège",
                "description",
                "a, b; c\\d\ne é",
                "recurrence",
                "FREQ=WEEKLY;COUNT=5",
                "exceptions",
                List.of("2030-01-15")));
    patch("/events/" + id + "/occurrences/2030-01-22", Map.of("venue", "ailleurs")).statusCode(200);
    make("/events", with(anEvent(slug), "startsOn", "2030-01-08", "endsOn", "2030-01-09"));
    make("/events", with(anEvent(slug), "startsOn", "2030-01-08", "endsOn", "2030-01-08"));
    make("/events", with(anEvent(slug), "startsOn", "2030-01-08", "timezone", "Asia/Tokyo"));
    String gone = make("/events", with(anEvent(slug), "startsOn", "2030-01-08"));
    post("/events/" + gone + "/cancellation", Map.of()).statusCode(200);
    String file = anyone().get("/events.ics?cluster={c}", slug).asString();
    report(file, "")
        .body("components", equalTo(6))
        .body("unchanged", equalTo(6))
        .body("leftOut", equalTo(0));
  }

  @Test
  void what_changes_in_the_file_changes_here_and_the_rest_stays() {
    String file = calendar(event("u", "DTSTART:20300108T180000Z", "LOCATION:ici"));
    String id = report(file, "").body("made", equalTo(1)).extract().path("items[0].event.id");
    patch("/events/" + id, Map.of("kind", "WORKSHOP", "capacity", 20)).statusCode(200);
    report(file, "").body("unchanged", equalTo(1));
    report(calendar(event("u", "DTSTART:20300109T180000Z", "STATUS:CANCELLED")), "")
        .body("updated", equalTo(1));
    anyone()
        .get("/events/{id}", id)
        .then()
        .body("startsOn", equalTo("2030-01-09"))
        .body("startTime", equalTo("19:00"))
        .body("venue", nullValue())
        .body("kind", equalTo("WORKSHOP"))
        .body("capacity", equalTo(20))
        .body("status", equalTo("CANCELLED"));
    report(calendar(event("u", "DTSTART:20300109T180000Z", "STATUS:CANCELLED")), "")
        .body("unchanged", equalTo(1));
  }

  @Test
  void moved_and_cancelled_occurrences_come_with_their_series() {
    String file =
        calendar(
            event("s", "DTSTART;TZID=Europe/Paris:20300108T190000", "RRULE:FREQ=WEEKLY;COUNT=4"),
            event(
                "s",
                "RECURRENCE-ID;TZID=Europe/Paris:20300115T190000",
                "DTSTART;TZID=Europe/Paris:20300116T183000"),
            event(
                "s",
                "RECURRENCE-ID;TZID=Europe/Paris:20300122T190000",
                "DTSTART;TZID=Europe/Paris:20300122T190000",
                "STATUS:CANCELLED"),
            event(
                "s",
                "RECURRENCE-ID;TZID=Europe/Paris:20300123T190000",
                "DTSTART;TZID=Europe/Paris:20300124T190000"));
    String id =
        report(file, "")
            .body("items.outcome", equalTo(List.of("MADE", "MADE", "MADE", "LEFT_OUT")))
            .body("items[3].reason", containsString("rule"))
            .extract()
            .path("items[0].event.id");
    anyone()
        .get("/events/{id}/occurrences/2030-01-15", id)
        .then()
        .body("startsOn", equalTo("2030-01-16"))
        .body("startTime", equalTo("18:30"));
    anyone()
        .get("/events/{id}/occurrences/2030-01-22?on=2030-01-22", id)
        .then()
        .body("status", equalTo("CANCELLED"));
    report(file, "")
        .body("items.outcome", equalTo(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED", "LEFT_OUT")));
  }

  @Test
  void what_cannot_be_taken_is_told_and_the_rest_is_taken() {
    String file =
        calendar(
            event("a", "DTSTART:20300108T180000Z"),
            "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO",
            event("b", "DTSTART;TZID=Moon:20300108T180000"),
            event("c", "DTSTART:20300108", "RRULE:FREQ=HOURLY"),
            event("d", "DTSTART:20300108", "RRULE:FREQ=MONTHLY;BYDAY=1FR"),
            event("e", "DTSTART:10300108"),
            event("f", "DTSTART:20300108T180000"),
            event("g", "DTSTART:20300108", "URL:http://exa mple/"));
    report(file, "")
        .body(
            "items.outcome",
            equalTo(
                List.of(
                    "MADE",
                    "LEFT_OUT",
                    "LEFT_OUT",
                    "LEFT_OUT",
                    "LEFT_OUT",
                    "LEFT_OUT",
                    "MADE",
                    "MADE")))
        .body("items[2].reason", containsString("Moon"))
        .body("items[3].reason", containsString("HOURLY"))
        .body("items[6].notes[0]", containsString("Europe/Paris"));
    admin()
        .header("Accept-Language", "fr")
        .contentType("text/calendar")
        .body(file)
        .post("/events/ics?host={h}&dryRun=true", slug)
        .then()
        .body("items[1].reason", equalTo("VTODO n'est pas un événement."));
  }

  @Test
  void one_calendar_sent_by_many_at_once_is_made_once_and_the_others_say_so() {
    String file = calendar(manyEvents(40));
    List<String> told = Race.of(8, i -> counts(file, "host=" + slug));
    assertEquals(1, Collections.frequency(told, "[40, 0, 0, 0]"), told.toString());
    assertEquals(7, Collections.frequency(told, "[0, 0, 40, 0]"), told.toString());
  }

  @Test
  void one_calendar_sent_for_two_hosts_at_once_is_one_of_theirs() {
    String other = make("/clusters", aCluster());
    String file = calendar(manyEvents(40));
    List<String> told = Race.of(4, i -> counts(file, "host=" + (i % 2 == 0 ? host : other)));
    // a UID is of the host that entered it
    assertEquals(2, Collections.frequency(told, "[40, 0, 0, 0]"), told.toString());
    assertEquals(2, Collections.frequency(told, "[0, 0, 40, 0]"), told.toString());
  }

  /** How many were made, updated, unchanged and left out. */
  private static String counts(String file, String query) {
    JsonPath report = send(admin(), file, query).statusCode(200).extract().jsonPath();
    return Stream.of("made", "updated", "unchanged", "leftOut").map(report::getInt).toList() + "";
  }

  private String[] manyEvents(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event("m" + i, "DTSTART:20300108T180000Z"))
        .toArray(String[]::new);
  }

  @Test
  void an_event_of_another_cluster_stays_that_clusters() {
    String file = calendar(event("u", "DTSTART:20300108T180000Z"));
    report(file, "").body("made", equalTo(1));
    String other = make("/clusters", aCluster());
    send(admin(), file, "host=" + other).statusCode(200).body("made", equalTo(1));
    report(file, "").body("unchanged", equalTo(1));
    String ended =
        make("/clusters", with(aCluster(), "foundedOn", "2010", "dissolvedOn", "2020-01-01"));
    send(admin(), calendar(event("z", "DTSTART:20300108T180000Z")), "host=" + ended)
        .statusCode(200)
        .body("leftOut", equalTo(1));
  }

  @Test
  void a_shared_event_is_not_moved_out_of_its_convention() {
    String partner = make("/clusters", aCluster());
    make(
        "/conventions",
        with(org.grappe.testing.Records.aConvention(host, partner), "until", "2031-01-01"));
    String file = calendar(event("u", "DTSTART:20300108"), event("v", "DTSTART:20300108"));
    String id = report(file, "&scope=REGIONAL").extract().path("items[0].event.id");
    post("/events/" + id + "/shares", Map.of("cluster", partner)).statusCode(201);
    report(file.replace("20300108", "20320108"), "")
        .body("items.outcome", equalTo(List.of("LEFT_OUT", "UPDATED")));
    anyone().get("/events/{id}", id).then().body("startsOn", equalTo("2030-01-08"));
  }

  @Test
  void only_the_hosts_editors_and_a_calendar_are_taken() {
    String file = calendar(event("u", "DTSTART:20300108"));
    send(anyone(), file, "host=" + slug).statusCode(401);
    send(bearer(aKey("EDITOR", slug)), file, "host=" + slug).statusCode(200);
    String other = make("/clusters", aCluster());
    send(bearer(aKey("EDITOR", slug)), file, "host=" + other).statusCode(403);
    send(bearer(aKey("PARTNER")), file, "host=" + slug).statusCode(403);
    send(admin(), file, "dryRun=true").statusCode(400).body("errors[0].parameter", equalTo("host"));
    send(admin(), file, "host=nobody-knows").statusCode(400);
    send(admin(), file, "host=Ill_formed").statusCode(400);
    send(admin(), file, "host=" + slug + "&scope=GALAXY").statusCode(400);
    send(admin(), file, "host=" + slug + "&partial=true").statusCode(400);
    for (String no : List.of("", "hello", "BEGIN:VCALENDAR\r\nhello\r\nEND:VCALENDAR", "{}")) {
      send(admin(), no, "host=" + slug)
          .statusCode(400)
          .body("type", equalTo("/problems/malformed-request"));
    }
    send(admin(), calendar("x".repeat(11 << 20)), "host=" + slug).statusCode(413);
    admin()
        .contentType("application/json")
        .body("{}")
        .post("/events/ics?host={h}", slug)
        .then()
        .statusCode(415);
  }

  private static String lyonOf(InputStream file) throws IOException {
    return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The file, its events named for this test's cluster, for other tests take it too. */
  private String lyon() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/data/calendar-lyon-tech-hub.ics")) {
      return lyonOf(file).replaceAll("(?m)^(UID:\\S+)", "$1-" + slug);
    }
  }

  private List<String> days(String window) {
    return anyone()
        .get("/events?cluster=" + slug + window + "&q=human")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.occurrences.date.flatten()");
  }

  private List<Object> events(String more) {
    return anyone().get("/events?cluster=" + slug + more).path("items");
  }

  private String event(String uid, String... lines) {
    return "BEGIN:VEVENT\r\nUID:%s-%s\r\nSUMMARY:Atelier %s\r\n%s\r\nEND:VEVENT"
        .formatted(uid, slug, uid, String.join("\r\n", lines));
  }

  private static String calendar(String... components) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + String.join("\r\n", components)
        + "\r\nEND:VCALENDAR\r\n";
  }

  private ValidatableResponse report(String file, String more) {
    return send(admin(), file, "host=" + slug + more).statusCode(200);
  }

  private static ValidatableResponse send(RequestSpecification caller, String file, String query) {
    return caller
        .contentType("text/calendar;charset=utf-8")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/events/ics?" + query)
        .then();
  }

  @Test
  void a_series_of_whole_days_that_ends_at_a_time_ends_on_its_day() {
    String file =
        calendar(
            event(
                "human1",
                "DTSTART;VALUE=DATE:20300101",
                "RRULE:FREQ=DAILY;UNTIL=20300103T235959Z"));
    report(file, "").body("made", equalTo(1)).body("items[0].notes", hasSize(0));
    assertEquals(
        List.of("2030-01-01", "2030-01-02", "2030-01-03"),
        days("&from=2030-01-01&until=2030-12-31"));
    report(file, "").body("unchanged", equalTo(1));
    report(
            calendar(
                event(
                    "human2",
                    "DTSTART;VALUE=DATE:20300601",
                    "RRULE:FREQ=DAILY;UNTIL=20300602T220000Z")),
            "")
        .body("made", equalTo(1))
        .body("items[0].notes[0]", containsString("20300602"));
    assertEquals(List.of("2030-06-01", "2030-06-02"), days("&from=2030-06-01&until=2030-12-31"));
  }

  @Test
  void a_series_until_the_end_of_all_days_is_taken() {
    for (String start : List.of("DTSTART;VALUE=DATE:20300101", "DTSTART:20300101T180000")) {
      String file =
          calendar(event(start.length() + "w", start, "RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z"));
      report(file, "").body("made", equalTo(1)).body("leftOut", equalTo(0));
      report(file, "").body("unchanged", equalTo(1));
    }
  }
}
