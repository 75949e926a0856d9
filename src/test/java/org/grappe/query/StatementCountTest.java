package org.grappe.query;

import static org.grappe.testing.Api.anyonePastMemory;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Effort;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No GET asks the database more for a hundred items than for one, and none more than twice. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StatementCountTest {
  private static final int MANY = Effort.of(100, 20);
  private static final String ONLY = "pg_stat_statements";
  @Inject DataSource database;

  @BeforeEach
  void counting() throws SQLException {
    sql("create extension if not exists " + ONLY);
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /**
   * How many statements a GET ran, as PostgreSQL itself counted them: the fewest of some tries, for
   * what the service does by itself meanwhile is counted too. That it looks how far positions go,
   * ten times a second, is left out: on a slow machine it would be in every try.
   */
  private long statements(String path) throws SQLException {
    anyonePastMemory().get(path).then().statusCode(200);
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      fewest = Math.min(fewest, statementsOnce(path));
    }
    return fewest;
  }

  private long statementsOnce(String path) throws SQLException {
    sql("select pg_stat_statements_reset()");
    anyonePastMemory().get(path).then().statusCode(200);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(sum(calls), 0) from pg_stat_statements"
                    + " where query not like '%"
                    + ONLY
                    + "%' and query not like '%from positions'"
                    + " and query !~* '^(begin|set transaction|rollback)'")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void a_calendar_is_four_statements_and_one_more_for_each_five_hundred_events()
      throws SQLException {
    Map<String, Object> cluster = aCluster();
    make("/clusters", cluster);
    String host = (String) cluster.get("slug");
    for (int i = 0; i < 20; i++) {
      make(
          "/events",
          with(anEvent(host), "startsOn", "2030-01-08", "recurrence", "FREQ=WEEKLY;COUNT=3"));
    }
    // what it is called, how many events have no day, which ones they are, what is told of them;
    // and where changes go on from, which isn't counted here
    assertEquals(
        4, statements("/events.ics?cluster=" + host + "&from=2030-01-01&until=2031-01-01"));
    assertEquals(1, statements("/events.atom?cluster=" + host));
  }

  @Test
  void a_list_of_many_costs_what_a_list_of_one_costs() throws SQLException {
    String cluster = make("/clusters", aCluster());
    for (int i = 0; i < MANY; i++) {
      List<String> sources = List.of(make("/sources", aSource()));
      List<Map<String, String>> statements = List.of(Map.of("text", "t", "source", sources.get(0)));
      String member =
          make(
              "/organisations",
              with(anOrganisation(), "sources", sources, "statements", statements));
      make(
          "/memberships",
          with(aMembership(cluster, member), "from", "2016-01-01", "sources", sources));
      make("/clusters/" + cluster + "/offices", Map.of("city", "Ville " + i, "sources", sources));
      make(
          "/clusters/" + cluster + "/colleges", Map.of("name", "College " + i, "sources", sources));
      make(
          "/clusters/" + cluster + "/mandates",
          Map.of("role", "OTHER", "from", "2016", "sources", sources));
      String partner = make("/clusters", with(aCluster(), "sources", sources));
      make("/conventions", with(aConvention(cluster, partner), "sources", sources));
      make(
          "/events",
          with(
              anEvent(cluster),
              "startsOn",
              "2030-01-08",
              "recurrence",
              "FREQ=WEEKLY;COUNT=3",
              "capacity",
              10,
              "present",
              List.of(member),
              "sources",
              sources));
      make(
          "/programmes",
          Map.of("name", "Programme " + i, "leads", List.of(cluster), "sources", sources));
      make(
          "/subsidy-lines",
          Map.of(
              "beneficiary",
              cluster,
              "purpose",
              "Purpose " + i,
              "fundings",
              List.of(Map.of("funder", member, "share", 60)),
              "steps",
              List.of(Map.of("status", "VOTED", "amount", Map.of("amount", 100))),
              "sources",
              sources));
      make(
          "/figures",
          Map.of(
              "subject",
              Map.of("cluster", cluster),
              "metric",
              "MEMBERS",
              "value",
              i,
              "asOf",
              "2016",
              "sources",
              sources));
    }
    for (String list :
        List.of(
            "/organisations?memberOf=" + cluster,
            "/memberships?cluster=" + cluster,
            "/clusters/" + cluster + "/offices?status=planned",
            "/clusters/" + cluster + "/colleges?status=active",
            "/clusters/" + cluster + "/mandates?status=active",
            "/mandates?role=other",
            "/offices?status=planned",
            "/clusters?status=active",
            "/figures?subject=cluster:" + cluster,
            "/conventions?cluster=" + cluster,
            "/events?from=2030-01-01&until=2030-02-01&cluster=" + cluster,
            "/programmes?cluster=" + cluster,
            "/subsidy-lines?cluster=" + cluster,
            "/sources?kind=press",
            "/regions?q=in")) {
      if (!list.startsWith("/regions")) {
        get(list + "&limit=" + MANY).body("items", hasSize(MANY));
      }
      long one = statements(list + "&limit=1");
      long many = statements(list + "&limit=" + MANY);
      assertThat(list, one, lessThanOrEqualTo(many));
      assertThat(list, many, lessThanOrEqualTo(2L));
      assertEquals(many + 1, statements(list + "&limit=" + MANY + "&count=true"), list);
    }
  }

  @Test
  void one_record_costs_one_statement_and_one_for_the_names_of_its_sources() throws SQLException {
    String source = make("/sources", aSource());
    assertEquals(1, statements("/sources/" + source));
    assertEquals(1, statements("/clusters/" + make("/clusters", aCluster())));
    assertEquals(
        2,
        statements("/clusters/" + make("/clusters", with(aCluster(), "sources", List.of(source)))));
  }
}
