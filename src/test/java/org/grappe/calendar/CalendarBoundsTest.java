package org.grappe.calendar;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.grappe.config.Today;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A few bytes of a calendar cannot ask for more days than a file may have, nor for more time. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarBoundsTest {
  private static final String DAILY = "DTSTART;VALUE=DATE:20300101\r\nRRULE:FREQ=DAILY";
  private static final String ONCE = "DTSTART:20300108T180000Z";

  @Inject DataSource database;
  @Inject Today today;
  private String slug;

  @BeforeEach
  void a_cluster() {
    Map<String, Object> cluster = aCluster();
    slug = (String) cluster.get("slug");
    make("/clusters", cluster);
  }

  @Test
  void a_file_has_fifty_thousand_days_and_not_one_series_more() throws SQLException {
    send(calendar(13, DAILY), "&dryRun=true").statusCode(200).body("made", equalTo(13));
    send(calendar(13, DAILY), "").statusCode(200).body("made", equalTo(13));
    assertEquals(13 * 3653, number("select count(*) from event_days d" + OF_HOST));
    for (String more : new String[] {"", "&dryRun=true"}) {
      send(calendar(14, DAILY), more)
          .statusCode(422)
          .body("type", endsWith("/import-refused"))
          .body(
              "detail",
              allOf(
                  containsString("50000"),
                  containsString("FREQ=DAILY"),
                  containsString("Atelier 13")));
    }
    assertEquals(13, number("select count(*) from events e where e.host_cluster = " + HOST));
  }

  @Test
  void four_hundred_events_cost_few_statements_more_than_two() throws SQLException {
    long few = statements(calendar(2, ONCE), "made", 2);
    long many = statements(calendar(400, ONCE), "made", 398);
    assertThat("statements beyond those of a file of two", many - few, lessThan(20L));
    assertThat(statements(calendar(400, ONCE), "unchanged", 400), lessThan(few + 20));
    String other = ONCE.replace("0108", "0109");
    assertThat(statements(calendar(400, other), "updated", 400), lessThan(few + 20));
  }

  private long statements(String file, String outcome, int count) throws SQLException {
    number("select count(*) from pg_stat_statements_reset()");
    send(file, "").statusCode(200).body(outcome, equalTo(count));
    return number(
        "select sum(calls) from pg_stat_statements where query not like '%pg_stat_statements%'"
            + " and query not like '%from positions%'");
  }

  private static final String HOST = "(select id from clusters where slug = '%s')";
  private static final String OF_HOST =
      " join events e on e.id = d.event where e.host_cluster = " + HOST;

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      try (ResultSet row = statement.executeQuery(sql.replace("%s", slug))) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private ValidatableResponse send(String file, String more) {
    return admin()
        .contentType("text/calendar;charset=utf-8")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/events/ics?host=" + slug + more)
        .then();
  }

  private String calendar(int events, String lines) {
    StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    IntStream.range(0, events)
        .forEach(
            i ->
                file.append(
                        "BEGIN:VEVENT\r\nUID:%s-%s\r\nSUMMARY:Atelier %s\r\n".formatted(i, slug, i))
                    .append(lines)
                    .append("\r\nEND:VEVENT\r\n"));
    return file.append("END:VCALENDAR\r\n").toString();
  }
}
