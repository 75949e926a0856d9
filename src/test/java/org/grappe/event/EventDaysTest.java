package org.grappe.event;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of a series are written where they move, and nowhere else. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EventDaysTest {
  @Inject DataSource database;
  private String daily;

  @BeforeEach
  void a_daily_event() {
    daily =
        make(
            "/events",
            with(
                anEvent(make("/clusters", aCluster())),
                "startsOn",
                "2030-01-01",
                "startTime",
                "09:00",
                "recurrence",
                "FREQ=DAILY;COUNT=3000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"remarks", "name", "description", "venue", "city", "url", "endTime", "kind"})
  void a_field_that_moves_no_day_writes_none(String field) throws SQLException {
    Map<String, String> before = days();
    assertEquals(3000, before.size());
    String value =
        switch (field) {
          case "url" -> "https://example.org/";
          case "endTime" -> "10:00";
          case "kind" -> "FAIR";
          default -> "other";
        };
    patch("/events/" + daily, Map.of(field, value)).statusCode(200);
    assertEquals(before, days());
  }

  @Test
  void only_the_days_that_move_are_written() throws SQLException {
    Map<String, String> before = days();
    patch("/events/" + daily, Map.of("exceptions", List.of("2030-01-05", "2031-02-01")))
        .statusCode(200);
    assertEquals(2, written(before, 2998));
    before = days();
    patch("/events/" + daily, Map.of("recurrence", "FREQ=DAILY;COUNT=3010")).statusCode(200);
    assertEquals(10, written(before, 3008));
    before = days();
    patch("/events/" + daily + "/occurrences/2030-01-06", Map.of("startsOn", "2030-01-05"))
        .statusCode(200);
    assertEquals(1, written(before, 3008));
    before = days();
    patch("/events/" + daily, Map.of("startTime", "10:00")).statusCode(200);
    assertEquals(0, written(before, 3008));
    get("/events/" + daily + "/occurrences/2030-01-06").body("startsOn", equalTo("2030-01-05"));
  }

  @Test
  void a_series_that_becomes_a_single_event_has_no_days() throws SQLException {
    Map<String, Object> single = new HashMap<>();
    single.put("recurrence", null);
    patch("/events/" + daily, single).statusCode(200);
    assertEquals(Map.of(), days());
  }

  /** How many rows are there, gone or other than before. */
  private long written(Map<String, String> before, int rows) throws SQLException {
    Map<String, String> after = days();
    assertEquals(rows, after.size());
    long gone = before.keySet().stream().filter(day -> !after.containsKey(day)).count();
    return gone
        + after.entrySet().stream()
            .filter(day -> !day.getValue().equals(before.get(day.getKey())))
            .count();
  }

  /** Each day with the transaction that wrote its row, and the place where the row stands. */
  private Map<String, String> days() throws SQLException {
    Map<String, String> days = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select date, xmin || ' ' || ctid || ' ' || xmax from event_days where event = '"
                    + daily
                    + "'")) {
      while (row.next()) {
        days.put(row.getString(1), row.getString(2));
      }
    }
    return days;
  }
}
