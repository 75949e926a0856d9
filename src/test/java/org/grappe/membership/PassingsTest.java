package org.grappe.membership;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By what members of a cluster passed to others is asked with a membership's place, once. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PassingsTest {
  private static final Map<String, Object> PAST =
      Map.of("from", "2010-01-01", "until", "2015-01-01", "endReason", "RESIGNED");

  @Inject DataSource database;

  @BeforeEach
  void counting() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
    }
  }

  /** How many statements have named them, as PostgreSQL itself counted. */
  private long asked() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select coalesce(sum(calls), 0) from pg_stat_statements
                where dbid = (select oid from pg_database where datname = current_database())
                  and query ~ 'passings_of|cut_late|continue_late'
                  and query !~ 'pg_stat_statements'""")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void nothing_more_is_asked_of_one_that_ended_where_none_did() throws SQLException {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    Map<String, Object> member = aMembership(cluster, make("/organisations", anOrganisation()));
    member.putAll(PAST);
    String membership = make("/memberships", member);
    assertEquals(1, asked());
    patch("/memberships/" + membership, Map.of("until", "2016-01-01")).statusCode(200);
    assertEquals(2, asked());
  }
}
