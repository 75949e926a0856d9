package org.grappe.event;

import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.grappe.value.PartialDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What search engines read of an event never ends before it begins. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EventLinkedDataTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // begins, ends, from, to, zone, startDate, endDate
        "2030-07-01, -, 19:00, 21:00, -, 2030-07-01T19:00:00+02:00, 2030-07-01T21:00:00+02:00",
        "2030-07-01, -, 19:00, -, -, 2030-07-01T19:00:00+02:00, -",
        "2030-07-01, 2030-07-02, 19:00, -, -, 2030-07-01T19:00:00+02:00, 2030-07-02T23:59:59+02:00",
        "2030-07-01, 2030-07-02, 23:30, 00:30, Pacific/Marquesas,"
            + " 2030-07-01T23:30:00-09:30, 2030-07-02T00:30:00-09:30",
        "2030-07-01, -, 23:30, -, Pacific/Apia, 2030-07-01T23:30:00+13:00, -",
        "2030-07-01, -, -, -, -, 2030-07-01, 2030-07-01",
        "2030-07-01, 2030-07-03, -, -, -, 2030-07-01, 2030-07-03",
        "2030-07-01, 2030-07, -, -, -, 2030-07-01, -",
        "2030-07-01, 2030-07, 19:00, -, -, -, -",
        "2030-07, 2030-09, -, -, -, 2030-07, 2030-09",
        "2030-07, -, -, -, -, 2030-07, 2030-07",
        // the night on which the clock jumps from two to three
        "2030-03-31, -, 02:30, 03:00, -, 2030-03-31T03:30:00+02:00, -",
        "2030-03-31, -, 02:30, 04:00, -, 2030-03-31T03:30:00+02:00, 2030-03-31T04:00:00+02:00",
        "2030-10-27, -, 02:30, 02:45, -, 2030-10-27T02:30:00+02:00, 2030-10-27T02:45:00+02:00",
      })
  void an_end_is_told_that_is_not_before_the_beginning(
      String begins, String ends, String from, String to, String zone, String start, String end) {
    Map<String, Object> body = with(anEvent(make("/clusters", aCluster())), "startsOn", begins);
    with(body, "endsOn", ends, "startTime", from, "endTime", to, "timezone", zone);
    body.values().removeIf(value -> value == null);
    if (start == null) {
      // a time of a month is none
      org.grappe.testing.Api.post("/events", body).statusCode(422);
      return;
    }
    JsonPath told =
        anyone()
            .header("Accept", "application/ld+json")
            .get("/events/{id}", make("/events", body))
            .jsonPath();
    assertEquals(start, told.getString("startDate"));
    assertEquals(end, told.getString("endDate"));
    assertFalse(end != null && instant(end).isBefore(instant(start)));
  }

  private static Instant instant(String text) {
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : new PartialDate(text).firstDay().atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
