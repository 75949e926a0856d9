package org.grappe.calendar;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars hold the same events, days and zones as the registry, once each, whoever asks. */
@QuarkusTest
@SuppressWarnings("JavaUtilDate") // what the other library answers
class CalendarFeedTest {
  private static final TimeZone PARIS = TimeZone.getTimeZone("Europe/Paris");
  private String slug;
  private String host;

  @BeforeEach
  void a_cluster() {
    Map<String, Object> cluster = aCluster();
    slug = (String) cluster.get("slug");
    host = make("/clusters", cluster);
  }

  @Test
  void a_clusters_calendar_has_its_name_and_its_events_once() {
    String day = make("/events", with(anEvent(slug), "startsOn", "2017-06-29"));
    make("/events", with(anEvent(slug), "startsOn", "2017-10"));
    make("/events", anEvent(slug));
    ICalendar calendar = calendar("/events.ics?cluster=" + slug);
    assertEquals(clusterName(), calendar.getNames().get(0).getValue());
    assertEquals(clusterName(), calendar.getExperimentalProperty("X-WR-CALNAME").getValue());
    assertEquals("2 left out: the day is not known.", comment("/events.ics?cluster=" + slug));
    assertEquals(1, calendar.getEvents().size());
    assertEquals(day, calendar.getEvents().get(0).getUid().getValue());
    assertEquals(
        clusterName(),
        calendar("/events.ics?cluster=" + host + "&kind=FAIR")
            .getExperimentalProperty("X-WR-CALNAME")
            .getValue());
    assertEquals(
        "Grappe", calendar("/events.ics?q=" + unique("nothing")).getNames().get(0).getValue());
  }

  @Test
  void it_is_text_of_utf_8_with_a_strong_tag_that_spares_the_second_answer() {
    make("/events", with(anEvent(slug), "startsOn", "2017-06-29"));
    String etag =
        anyone()
            .get("/events.ics?cluster={c}", slug)
            .then()
            .statusCode(200)
            .contentType("text/calendar;charset=utf-8")
            .header("ETag", matchesPattern("\"[^\"]+\""))
            .header("Cache-Control", "public, no-cache")
            .header("Vary", containsString("Accept"))
            .extract()
            .header("ETag");
    anyone()
        .header("If-None-Match", etag)
        .get("/events.ics?cluster={c}", slug)
        .then()
        .statusCode(304)
        .header("ETag", etag);
    anyone().head("/events.ics?cluster={c}", slug).then().statusCode(200).header("ETag", etag);
    make("/events", with(anEvent(slug), "startsOn", "2017-06-29"));
    anyone()
        .header("If-None-Match", etag)
        .get("/events.ics?cluster={c}", slug)
        .then()
        .statusCode(200);
    anyone()
        .header("Accept-Encoding", "gzip")
        .get("/events.ics?cluster={c}", slug)
        .then()
        .header("Content-Encoding", "gzip");
  }

  @Test
  void filters_are_those_of_the_list_and_pages_are_none() {
    anyone()
        .get("/events.ics?nothing=1")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"));
    anyone()
        .get("/events.ics?separator=;&bom=true")
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of("separator", "bom")));
    anyone().get("/events.atom?bom=true").then().statusCode(400);
    anyone().get("/subsidy-lines/summary?bom=true").then().statusCode(400);
    anyone()
        .get("/events.ics?limit=1")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("limit"));
    anyone()
        .get("/events.ics?from=x")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"));
    anyone().get("/events.atom?cursor=1").then().statusCode(400);
    anyone().get("/events.atom?limit=0").then().statusCode(400);
    String fair = make("/events", with(anEvent(slug), "startsOn", "2017-06-29", "kind", "FAIR"));
    make("/events", with(anEvent(slug), "startsOn", "2018-06-29", "kind", "FAIR"));
    ICalendar calendar =
        calendar(
            "/events.ics?cluster="
                + slug
                + "&kind=fair&from=2017-01-01&until=2018-01-01&sort=-startsOn");
    assertEquals(List.of(fair), uids(calendar));
    anyone().header("Accept", "application/json").get("/events.ics").then().statusCode(200);
    anyone().post("/events.ics").then().statusCode(405).header("Allow", containsString("GET"));
  }

  @Test
  void one_event_has_a_calendar_of_its_own() {
    String id =
        make("/events", with(anEvent(slug), "startsOn", "2017-06-29", "endsOn", "2017-06-30"));
    assertEquals(List.of(id), uids(calendar("/events/" + id + ".ics")));
    anyone().get("/events/{id}.ics", "01598ff9-5800-7013-8000-0000000000ff").then().statusCode(404);
    anyone().get("/events/nothing.ics").then().statusCode(400);
    anyone().get("/events/{id}.ics?x=1", id).then().statusCode(400);
    anyone().get("/events/{id}", id).then().statusCode(200);
    anyone().get("/events/{id}.ics", id).then().header("ETag", startsWith("\""));
  }

  @Test
  void the_sequence_rises_and_the_uid_stays() {
    String id = make("/events", with(anEvent(slug), "startsOn", "2030-06-29"));
    VEvent first = calendar("/events/" + id + ".ics").getEvents().get(0);
    patch("/events/" + id, Map.of("startTime", "19:00", "endTime", "21:00")).statusCode(200);
    VEvent second = calendar("/events/" + id + ".ics").getEvents().get(0);
    assertTrue(second.getSequence().getValue() > first.getSequence().getValue());
    assertEquals(first.getUid(), second.getUid());
    assertTrue(
        second.getDateTimeStamp().getValue().compareTo(first.getDateTimeStamp().getValue()) >= 0);
    post("/events/" + id + "/cancellation", Map.of("reason", "no hall")).statusCode(200);
    VEvent third = calendar("/events.ics?cluster=" + slug).getEvents().get(0);
    assertTrue(third.getStatus().isCancelled());
    assertTrue(third.getSequence().getValue() > second.getSequence().getValue());
  }

  @Test
  void a_shared_event_is_in_both_calendars_under_one_uid_and_says_why() {
    Map<String, Object> other = aCluster();
    String partner = make("/clusters", other);
    make("/conventions", aConvention(host, partner));
    String id = make("/events", with(anEvent(slug), "startsOn", "2030-01-08"));
    post("/events/" + id + "/shares", Map.of("cluster", partner)).statusCode(201);
    // an administrator's share stands at once
    ICalendar theirs = calendar("/events.ics?cluster=" + partner);
    assertEquals(List.of(id), uids(theirs));
    assertEquals(uids(theirs), uids(calendar("/events.ics?cluster=" + slug)));
    VEvent event = theirs.getEvents().get(0);
    assertEquals(clusterName(), event.getOrganizer().getCommonName());
    assertTrue(event.getOrganizer().getUri().endsWith("/api/v1/clusters/" + slug));
    assertTrue(event.getComments().get(0).getValue().contains((String) other.get("name")));
    assertTrue(event.getComments().get(0).getValue().contains("Convention"));
    linked("/events/" + id)
        .body("organizer.name", equalTo(List.of(clusterName(), other.get("name"))));
  }

  @Test
  void a_series_expands_to_the_same_days_as_in_the_registry() {
    Map<String, Object> body =
        with(
            anEvent(slug),
            "startsOn",
            "2029-09-11",
            "startTime",
            "19:00",
            "endTime",
            "21:00",
            "recurrence",
            "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20300801",
            "exceptions",
            List.of("2029-11-13"));
    String id = make("/events", body);
    patch(
            "/events/" + id + "/occurrences/2030-01-08",
            Map.of("startsOn", "2030-01-10", "venue", "ailleurs"))
        .statusCode(200);
    post("/events/" + id + "/occurrences/2030-03-12/cancellation", Map.of()).statusCode(200);
    ICalendar calendar = calendar("/events/" + id + ".ics");
    VEvent series = master(calendar);
    List<String> days = new ArrayList<>();
    Iterator<java.util.Date> dates = series.getDateIterator(PARIS);
    while (dates.hasNext()) {
      days.add(dates.next().toInstant().atZone(PARIS.toZoneId()).toLocalDateTime().toString());
    }
    List<Map<String, String>> known =
        anyone()
            .get("/events?cluster={c}&from=2029-09-01&until=2030-08-31", slug)
            .then()
            .extract()
            .path("items[0].occurrences");
    assertEquals(known.stream().map(one -> one.get("date") + "T19:00").toList(), days);
    assertTrue(days.contains("2030-04-09T19:00") && days.contains("2030-02-12T19:00"));
    Map<String, VEvent> changed =
        calendar.getEvents().stream()
            .filter(one -> one.getRecurrenceId() != null)
            .collect(
                Collectors.toMap(
                    one -> day(one.getRecurrenceId().getValue()).toString(), one -> one));
    assertEquals(2, changed.size());
    assertEquals(
        LocalDate.of(2030, 1, 10), day(changed.get("2030-01-08").getDateStart().getValue()));
    assertEquals("ailleurs", changed.get("2030-01-08").getLocation().getValue());
    assertTrue(changed.get("2030-03-12").getStatus().isCancelled());
    assertEquals(series.getUid(), changed.get("2030-03-12").getUid());
  }

  @Test
  void a_series_cancelled_on_the_way_keeps_what_took_place() {
    String id =
        make("/events", with(anEvent(slug), "startsOn", "2016-01-05", "recurrence", "FREQ=WEEKLY"));
    post("/events/" + id + "/cancellation", Map.of("on", "2016-02-01")).statusCode(200);
    ICalendar calendar = calendar("/events/" + id + ".ics");
    assertTrue(master(calendar).getStatus().isConfirmed());
    List<VEvent> changed =
        calendar.getEvents().stream().filter(one -> one.getRecurrenceId() != null).toList();
    assertEquals(LocalDate.of(2016, 2, 2), day(changed.get(0).getRecurrenceId().getValue()));
    assertTrue(changed.stream().allMatch(one -> one.getStatus().isCancelled()));
    assertEquals(53, changed.size());
    String never =
        make("/events", with(anEvent(slug), "startsOn", "2030-01-08", "recurrence", "FREQ=WEEKLY"));
    post("/events/" + never + "/cancellation", Map.of()).statusCode(200);
    assertTrue(master(calendar("/events/" + never + ".ics")).getStatus().isCancelled());
  }

  @Test
  void a_feed_of_thousands_is_spooled_and_whole() {
    StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\n");
    for (int i = 0; i < 1500; i++) {
      file.append(
          "BEGIN:VEVENT\r\nUID:%s-%d\r\nSUMMARY:é %d\r\nDESCRIPTION:%s\r\nDTSTART:20240409T170000Z\r\nEND:VEVENT\r\n"
              .formatted(slug, i, i, "long é ".repeat(120)));
    }
    file.append("END:VCALENDAR\r\n");
    admin()
        .contentType("text/calendar")
        .body(file.toString())
        .post("/events/ics?host={h}", slug)
        .then()
        .statusCode(200)
        .body("made", equalTo(1500));
    byte[] answer = anyone().get("/events.ics?cluster={c}", slug).asByteArray();
    assertTrue(answer.length > 1 << 20);
    String text = new String(answer, StandardCharsets.UTF_8);
    assertEquals(1500, Biweekly.parse(text).first().getEvents().size());
    assertEquals(text, anyone().get("/events.ics?cluster={c}", slug).asString());
  }

  @Test
  void what_is_new_comes_first_in_the_feed_for_readers() {
    make("/events", with(anEvent(slug), "name", "first", "startsOn", "2017-06-29"));
    String last =
        make(
            "/events",
            with(
                anEvent(slug),
                "name",
                "Zürich & <b>\u0001\uFFFE🎉",
                "startsOn",
                "2017-10",
                "venue",
                "espace Diagora",
                "kind",
                "FAIR"));
    var answer =
        anyone()
            .get("/events.atom?cluster={c}", slug)
            .then()
            .statusCode(200)
            .contentType(startsWith("application/atom+xml"))
            .body("feed.entry.size()", equalTo(2))
            .body("feed.entry[0].id", equalTo("urn:uuid:" + last))
            .body("feed.entry[0].title", equalTo("Zürich & <b>🎉"))
            .body("feed.entry[0].summary", equalTo("2017-10, espace Diagora"))
            .body("feed.entry[0].author.name", equalTo(clusterName()))
            .body("feed.id", startsWith("urn:uuid:"))
            .extract();
    anyone()
        .header("If-None-Match", answer.header("ETag"))
        .get("/events.atom?cluster={c}", slug)
        .then()
        .statusCode(304);
    anyone()
        .get("/events.atom?cluster={c}&limit=1", slug)
        .then()
        .body("feed.entry.size()", equalTo(1));
    anyone().get("/events.atom?q={q}", unique("nothing")).then().statusCode(200);
  }

  @Test
  void search_engines_are_told_of_an_event_in_the_words_of_schema_org() {
    String summer =
        make(
            "/events",
            with(
                anEvent(slug),
                "startsOn",
                "2030-07-01",
                "startTime",
                "19:00",
                "endTime",
                "21:00",
                "venue",
                "espace Diagora",
                "city",
                "Labège",
                "url",
                "https://example.org/x"));
    linked("/events/" + summer)
        .header("ETag", matchesPattern("\"0-[^\"]+\""))
        .body("'@context'", equalTo("https://schema.org"))
        .body("'@type'", equalTo("BusinessEvent"))
        .body("'@id'", matchesPattern("http://.*/api/v1/events/" + summer))
        .body("startDate", equalTo("2030-07-01T19:00:00+02:00"))
        .body("endDate", equalTo("2030-07-01T21:00:00+02:00"))
        .body("eventStatus", equalTo("https://schema.org/EventScheduled"))
        .body("location.name", equalTo("espace Diagora"))
        .body("location.address.addressLocality", equalTo("Labège"))
        .body("organizer[0].name", equalTo(clusterName()));
    String winter =
        make("/events", with(anEvent(slug), "startsOn", "2030-12-01", "startTime", "19:00"));
    linked("/events/" + winter).body("startDate", equalTo("2030-12-01T19:00:00+01:00"));
    post("/events/" + winter + "/cancellation", Map.of()).statusCode(200);
    linked("/events/" + winter).body("eventStatus", equalTo("https://schema.org/EventCancelled"));
    String month = make("/events", with(anEvent(slug), "startsOn", "2030-12"));
    linked("/events/" + month).body("startDate", equalTo("2030-12"));
    String etag = linked("/events/" + month).extract().header("ETag");
    anyone()
        .header("Accept", "application/ld+json")
        .header("If-None-Match", etag)
        .get("/events/{id}", month)
        .then()
        .statusCode(304);
    assertFalse(etag.equals(anyone().get("/events/{id}", month).header("ETag")));
  }

  @Test
  void search_engines_are_told_of_a_cluster() {
    String id =
        make(
            "/clusters",
            with(
                aCluster(),
                "acronym",
                "DP",
                "otherNames",
                List.of("La Mêlée"),
                "foundedOn",
                "2011",
                "city",
                "Toulouse",
                "website",
                "https://example.org"));
    linked("/clusters/" + id)
        .body("'@type'", equalTo("Organization"))
        .body("alternateName", hasItems("DP", "La Mêlée"))
        .body("foundingDate", equalTo("2011"))
        .body("address.addressLocality", equalTo("Toulouse"))
        .body("url", equalTo("https://example.org"))
        .body("dissolutionDate", equalTo(null));
    anyone()
        .header("Accept", "application/json")
        .get("/clusters/{id}", id)
        .then()
        .body("slug", startsWith(""));
    anyone()
        .header("Accept", "*/*")
        .get("/clusters/{id}", id)
        .then()
        .contentType("application/json");
  }

  private static io.restassured.response.ValidatableResponse linked(String path) {
    return anyone()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(new io.restassured.config.EncoderConfig("UTF-8", "UTF-8")))
        .header("Accept", "application/ld+json")
        .get(path)
        .then()
        .statusCode(200)
        .parser("application/ld+json", io.restassured.parsing.Parser.JSON)
        .contentType(startsWith("application/ld+json"));
  }

  private String clusterName() {
    return anyone().get("/clusters/{c}", slug).path("name");
  }

  private static VEvent master(ICalendar calendar) {
    return calendar.getEvents().stream()
        .filter(one -> one.getRecurrenceId() == null)
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate day(java.util.Date date) {
    return date.toInstant().atZone(PARIS.toZoneId()).toLocalDate();
  }

  private static List<String> uids(ICalendar calendar) {
    return calendar.getEvents().stream().map(event -> event.getUid().getValue()).toList();
  }

  private static ICalendar calendar(String path) {
    String text = anyone().get(path).then().statusCode(200).extract().asString();
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    return Biweekly.parse(text).first();
  }

  private static String comment(String path) {
    return calendar(path).getExperimentalProperty("COMMENT") != null
        ? calendar(path).getExperimentalProperty("COMMENT").getValue()
        : calendar(path).getProperty(biweekly.property.Comment.class).getValue();
  }
}
