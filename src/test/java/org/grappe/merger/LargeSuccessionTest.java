package org.grappe.merger;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.anOrganisation;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * A member of thousands of clusters becomes another, and goes on after all, in one request each.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class LargeSuccessionTest {
  private static final int CLUSTERS = Integer.getInteger("members", Effort.of(8_000, 1_000));

  @Inject DataSource database;

  @Test
  void thousands_of_memberships_pass_and_are_put_back() throws SQLException {
    String former = make("/organisations", anOrganisation());
    String successor = make("/organisations", anOrganisation());
    join(former);
    long begun = System.nanoTime();
    post(
            "/organisations/" + former + "/succession",
            Map.of("successor", successor, "on", "2017-01-01", "kind", "ABSORBED"))
        .statusCode(200)
        .body("memberships.count", equalTo(CLUSTERS));
    long done = System.nanoTime();
    counted(successor, CLUSTERS);
    counted(former, 0);
    long back = System.nanoTime();
    post("/organisations/" + former + "/succession/reversal", Map.of("reason", "a test"))
        .statusCode(200);
    System.out.printf(
        "%d memberships: succession %d ms, reversal %d ms%n",
        CLUSTERS, (done - begun) / 1_000_000, (System.nanoTime() - back) / 1_000_000);
    counted(successor, 0);
    counted(former, CLUSTERS);
  }

  private static void counted(String organisation, int memberships) {
    get("/memberships?limit=1&count=true&on=2017-01-01&organisation=" + organisation)
        .body("total", equalTo(memberships));
  }

  /** As many clusters, of each of which it is a member. */
  private void join(String organisation) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('grappe.act', '{\"at\": \"2020-01-01T00:00:00Z\","
              + " \"by\": {\"kind\": \"SERVICE\", \"name\": \"a test\"}}', true)");
      statement.execute(
          "insert into clusters (id, slug, name, region) select new_id(), 'large-' || n || '-'"
              + " || left('%1$s', 8) || right('%1$s', 4), 'Large ' || n, '76' from generate_series(1, %2$d) n"
                  .formatted(organisation, CLUSTERS));
      statement.execute(
          "insert into memberships (id, cluster, organisation, \"from\") select new_id(), id, '%s', '2010-01-01' from clusters"
                  .formatted(organisation)
              + " where slug like 'large-%' and slug like '%"
              + organisation.substring(0, 8)
              + organisation.substring(organisation.length() - 4)
              + "'");
      connection.commit();
    }
  }
}
