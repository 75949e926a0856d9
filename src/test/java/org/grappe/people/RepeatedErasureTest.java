package org.grappe.people;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.ImportedFiles.begun;
import static org.grappe.testing.ImportedFiles.ended;
import static org.grappe.testing.Records.aSiren;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;

/** A file that was sent before an erasure does not bring the name back. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class RepeatedErasureTest {
  @Inject DataSource database;
  private final int first = ThreadLocalRandom.current().nextInt(80_000_000);
  private static final int LINES = Effort.of(8_000, 6_000);
  private final String funder = Subsidies.siret(aSiren());
  private final String name = "Alain Molinié-" + letters(first);

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> letters.append((char) ('k' + digit - '0')));
    return letters.toString();
  }

  private String file() {
    StringBuilder file = new StringBuilder(Subsidies.HEADER);
    for (int n = 0; n < LINES; n++) {
      String line = Subsidies.line(funder, first, n);
      file.append(n % 1_000 == 7 ? line.replace("soutien", "par " + name + ", soutien") : line);
    }
    return file.toString();
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private int named() throws SQLException {
    String like = "::text like '%" + name.substring(6) + "%'";
    return count("select count(*) from history t where t" + like)
        + count("select count(*) from imports t where t" + like)
        + count("select count(*) from repeated_erasures t where t" + like);
  }

  @Test
  void it_is_taken_out_again_when_the_file_is_through() throws Exception {
    String path;
    try (Connection other = database.getConnection();
        Statement claim = other.createStatement()) {
      other.setAutoCommit(false);
      // an erasure looks through all that the tests before have left
      claim.execute("set local idle_in_transaction_session_timeout = 0");
      claim.execute(
          "insert into import_claims values ('subsidies of " + Subsidies.siren(first) + "')");
      path = begun(admin(), file(), "/subsidy-lines/scdl");
      erase();
      other.rollback();
    }
    ended(admin(), path).body("status", equalTo("COMPLETED")).body("made", equalTo(LINES));
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (named() > 0) {
      assertTrue(Instant.now().isBefore(end), "still " + named());
      Thread.sleep(200);
    }
    String paidBy =
        get("/organisations?siren=" + funder.substring(0, 9)).extract().path("items[0].id");
    String lines = anyone().get("/subsidy-lines.csv?funder=" + paidBy).asString();
    assertEquals(LINES + 1, lines.lines().count());
    assertEquals(
        LINES / 1_000, lines.lines().filter(line -> line.contains("par […], soutien")).count());
    assertFalse(lines.contains(name));
  }

  @Test
  void it_is_kept_nowhere_where_no_file_is_on_its_way() throws Exception {
    erase();
    assertEquals(0, named());
  }

  /** As a client does it that is told to come again. */
  private void erase() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      var answer = post("/people/erasure", Map.of("person", name)).extract();
      if (answer.statusCode() != 503 || Instant.now().isAfter(end)) {
        assertEquals(200, answer.statusCode(), answer.asString());
        return;
      }
      Thread.sleep(1_000L * Integer.parseInt(answer.header("Retry-After")));
    }
  }
}
