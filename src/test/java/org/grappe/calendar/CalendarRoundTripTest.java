package org.grappe.calendar;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.grappe.testing.Effort;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the own calendar says is what the event is: taken back it changes nothing. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarRoundTripTest {
  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "Europe/London",
          "Europe/Dublin",
          "America/New_York",
          "America/Havana",
          "America/Sao_Paulo",
          "Africa/Casablanca",
          "Africa/Cairo",
          "Asia/Tokyo",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Pacific/Marquesas",
          "America/Miquelon",
          "Etc/UTC",
          "UTC",
          "Etc/GMT-1",
          "Atlantic/Azores",
          "America/St_Johns",
          "Asia/Beirut");

  private String host;

  @BeforeEach
  void a_cluster() {
    host = make("/clusters", aCluster());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Paris", "Europe/London", "America/New_York", "America/Havana", "Africa/Cairo",
        "Australia/Lord_Howe", "Atlantic/Azores", "America/Miquelon", "Asia/Beirut",
            "Africa/Casablanca"
      })
  void a_time_that_the_clock_skips_or_has_twice_comes_back_as_it_was_written(String zone) {
    for (ZoneOffsetTransition jump : jumps(zone)) {
      LocalDateTime gap =
          (jump.isGap() ? jump.getDateTimeBefore() : jump.getDateTimeAfter()).plusMinutes(15);
      make("/events", event(zone, gap.minusHours(1), gap));
      make("/events", event(zone, gap, gap.plusMinutes(5)));
      make("/events", event(zone, gap, gap.plusHours(1)));
      make("/events", event(zone, gap, null));
      make("/events", event(zone, gap.minusDays(1), gap));
      String series =
          make(
              "/events",
              with(
                  event(zone, gap.minusDays(7), gap.minusDays(7).plusMinutes(10)),
                  "recurrence",
                  "FREQ=DAILY;UNTIL=" + day(gap.plusDays(2)) + "T" + time(gap),
                  "exceptions",
                  List.of(gap.toLocalDate().minusDays(2).toString())));
      String at = "/events/" + series + "/occurrences/" + gap.toLocalDate();
      patch(at, Map.of("venue", "ailleurs")).statusCode(200);
      make(
          "/events",
          with(
              event(zone, gap.minusDays(7), null),
              "recurrence",
              "FREQ=DAILY;COUNT=20",
              "exceptions",
              List.of(gap.toLocalDate().toString())));
    }
    requireUnchanged("gap and overlap in " + zone);
    String elsewhere = anyone().get("/events.ics?cluster={c}", host).asString();
    Map<Object, Object> before = times(host);
    host = make("/clusters", aCluster());
    taken(elsewhere.replaceAll("(?m)^UID:", "UID:copy-of-")).then().body("leftOut", equalTo(0));
    assertEquals(before, times(host));
  }

  @Test
  void random_events_come_back_unchanged() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < Effort.of(80, 25); i++) {
      Map<String, Object> event = random(random);
      Response made = post("/events", event).extract().response();
      assertEquals(201, made.statusCode(), "seed " + seed + event + made.asString());
      if (event.containsKey("recurrence")) {
        change(made.path("id"), (String) event.get("startsOn"), random);
      }
    }
    requireUnchanged("seed " + seed);
  }

  private void change(String id, String first, Random random) {
    String at = "/events/" + id + "/occurrences/" + first;
    Map<String, Object> to = new HashMap<>();
    if (random.nextBoolean()) {
      to.put("venue", text(random));
    }
    if (random.nextBoolean()) {
      to.put("endsOn", LocalDate.parse(first).plusDays(20).toString());
    }
    patch(at, to).statusCode(200);
    if (random.nextInt(4) == 0) {
      post(at + "/cancellation", Map.of()).statusCode(200);
    }
    if (random.nextInt(4) == 0) {
      String on = LocalDate.parse(first).plusDays(2).toString();
      post("/events/" + id + "/cancellation", Map.of("on", on)).statusCode(200);
    }
  }

  private Map<String, Object> random(Random random) {
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    LocalDateTime starts =
        LocalDate.of(2026, 1, 1)
            .plusDays(random.nextInt(700))
            .atTime(random.nextInt(24), random.nextInt(60));
    List<ZoneOffsetTransition> jumps = jumps(zone);
    if (random.nextInt(3) == 0 && !jumps.isEmpty()) {
      starts =
          jumps
              .get(random.nextInt(jumps.size()))
              .getDateTimeBefore()
              .minusMinutes(50)
              .plusMinutes(random.nextInt(120));
    }
    LocalDateTime ends =
        random.nextBoolean()
            ? null
            : starts.plusMinutes(1 + random.nextInt(random.nextBoolean() ? 120 : 4000));
    Map<String, Object> event = event(zone, starts, ends);
    if (random.nextInt(4) == 0) {
      event.remove("startTime");
      event.remove("endTime");
    } else if (random.nextInt(4) == 0) {
      event.remove("endTime");
      event.put("endsOn", starts.toLocalDate().plusDays(random.nextInt(4)).toString());
    }
    for (String field : List.of("description", "venue", "city")) {
      if (random.nextBoolean()) {
        event.put(field, text(random));
      }
    }
    event.put("name", text(random));
    if (random.nextInt(3) == 0) {
      event.put(
          "recurrence",
          List.of(
                  "FREQ=WEEKLY;COUNT=5",
                  "FREQ=DAILY;UNTIL=20290101",
                  "FREQ=MONTHLY",
                  "freq=daily;interval=3;until=20280101T000000Z",
                  "FREQ=YEARLY;WKST=SU;COUNT=3")
              .get(random.nextInt(5)));
      if (random.nextBoolean()) {
        event.put("exceptions", List.of(starts.toLocalDate().plusDays(7).toString()));
      }
    }
    return event;
  }

  private static String text(Random random) {
    return List.of(
                "a, b; c\\d",
                " blanks ",
                "l1\nl2",
                "é – œ 😀",
                "\"quoted\": x",
                "BEGIN:VEVENT",
                "a\tb")
            .get(random.nextInt(7))
        + "."
        + UUID.randomUUID().toString().charAt(0);
  }

  private void requireUnchanged(String why) {
    Map<Object, Object> before = versions();
    String file = anyone().get("/events.ics?cluster={c}", host).asString();
    Response report = taken(file);
    assertEquals(0, report.<Integer>path("leftOut"), why + report.asString());
    assertEquals(0, report.<Integer>path("made"), why + report.asString());
    assertEquals(
        List.of(),
        report.path("items.findAll { it.outcome == 'UPDATED' }.name"),
        why + report.asString() + file);
    assertEquals(before, versions());
  }

  private Response taken(String file) {
    return admin()
        .contentType("text/calendar;charset=utf-8")
        .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/events/ics?host={h}", host)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  private Map<Object, Object> versions() {
    Map<Object, Object> versions = new HashMap<>();
    for (Map<String, Object> event : events(host)) {
      versions.put(event.get("id"), event.get("updatedAt"));
    }
    return versions;
  }

  private static Map<Object, Object> times(String host) {
    Map<Object, Object> times = new HashMap<>();
    for (Map<String, Object> event : events(host)) {
      List<Object> told = new ArrayList<>();
      for (String field : List.of("startsOn", "startTime", "endTime", "timezone", "exceptions")) {
        told.add(event.get(field));
      }
      times.put(event.get("name"), told);
    }
    return times;
  }

  private static List<Map<String, Object>> events(String host) {
    return anyone().get("/events?limit=200&cluster={c}", host).jsonPath().getList("items");
  }

  private Map<String, Object> event(String zone, LocalDateTime starts, LocalDateTime ends) {
    Map<String, Object> event =
        with(
            anEvent(host),
            "startsOn",
            starts.toLocalDate().toString(),
            "startTime",
            starts.toLocalTime().toString(),
            "timezone",
            zone);
    if (ends != null) {
      with(
          event, "endsOn", ends.toLocalDate().toString(), "endTime", ends.toLocalTime().toString());
    }
    return event;
  }

  /** When the clocks of a zone jump in two years. */
  private static List<ZoneOffsetTransition> jumps(String zone) {
    List<ZoneOffsetTransition> jumps = new ArrayList<>();
    ZoneOffsetTransition next =
        ZoneId.of(zone).getRules().nextTransition(java.time.Instant.parse("2026-01-01T00:00:00Z"));
    while (next != null && next.getDateTimeBefore().getYear() < 2028) {
      jumps.add(next);
      next = ZoneId.of(zone).getRules().nextTransition(next.getInstant());
    }
    return jumps;
  }

  private static String day(LocalDateTime at) {
    return at.toLocalDate().toString().replace("-", "");
  }

  private static String time(LocalDateTime at) {
    return at.format(java.time.format.DateTimeFormatter.ofPattern("HHmmss"));
  }
}
