package org.grappe.event;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series go on as time does, whoever entered them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EventHorizonTest {
  private static final String CALENDAR =
      String.join(
          "\r\n",
          "BEGIN:VCALENDAR",
          "BEGIN:VEVENT",
          "UID:horizon-%1$s",
          "SUMMARY:Every day",
          "DTSTART;VALUE=DATE:20300101",
          "RRULE:FREQ=DAILY",
          "END:VEVENT",
          "END:VCALENDAR",
          "");

  @Inject EventHorizon horizon;
  private String slug;

  @BeforeEach
  void a_cluster() {
    Map<String, Object> cluster = aCluster();
    slug = (String) cluster.get("slug");
    make("/clusters", cluster);
  }

  @Test
  void a_series_is_followed_for_ten_years_and_on_as_time_does() {
    send(CALENDAR.formatted(slug));
    make(
        "/events",
        with(anEvent(slug), "startsOn", "2030-01-01", "recurrence", "FREQ=DAILY;UNTIL=20450101"));
    assertThat(on("2039-12-31"), hasSize(2));
    assertThat(on("2042-01-01"), hasSize(0));
    // it is not over after that
    anyone()
        .get("/events?cluster={c}&on=2044-06-01&status=PLANNED", slug)
        .then()
        .body("items", hasSize(2));
    horizon.follow(LocalDate.of(2035, 6, 1));
    assertThat(on("2042-01-01"), hasSize(2));
    horizon.follow(LocalDate.of(2045, 6, 1));
    assertThat(on("2044-12-31"), hasSize(2));
    assertThat(on("2045-01-02"), hasSize(1));
  }

  private List<Object> on(String day) {
    String next = LocalDate.parse(day).plusDays(1).toString();
    return anyone()
        .get("/events?cluster={c}&from={f}&until={u}", slug, day, next)
        .path("items.occurrences.date.flatten()");
  }

  private void send(String file) {
    admin()
        .contentType("text/calendar")
        .body(file)
        .post("/events/ics?host={host}", slug)
        .then()
        .statusCode(200);
  }
}
