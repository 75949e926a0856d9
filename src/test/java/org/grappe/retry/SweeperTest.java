package org.grappe.retry;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Records.aSource;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for a time counts as gone when it is over, and goes by the timer. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SweeperTest {
  @Inject DataSource database;
  @Inject KeptAnswers answers;
  private final Map<String, Object> source = aSource();
  private final String key = Api.unique("key");

  @BeforeEach
  void nothing_has_expired() {
    answers.forget();
  }

  private ValidatableResponse post(String under) {
    return admin()
        .header("Idempotency-Key", under)
        .contentType("application/json")
        .body(source)
        .post("/sources")
        .then()
        .statusCode(201);
  }

  private void age(String interval) throws SQLException {
    change("update idempotency_keys set created_at = created_at - interval '" + interval + "'");
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long expired() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from idempotency_keys"
                    + " where created_at < now() - interval '24 hours'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void an_answer_that_has_expired_and_is_still_there_is_not_given_again() throws SQLException {
    String first = post(key).extract().path("id");
    post(key).header("Idempotent-Replayed", "true").body("id", equalTo(first));
    age("25 hours");
    String second =
        post(key)
            .header("Idempotent-Replayed", nullValue())
            .body("id", not(equalTo(first)))
            .extract()
            .path("id");
    post(key).header("Idempotent-Replayed", "true").body("id", equalTo(second));
  }

  @Test
  void requests_leave_what_has_expired_to_the_timer_which_takes_all_of_it_in_portions()
      throws SQLException {
    String kept = post(key).extract().path("id");
    change(
        """
        insert into idempotency_keys (scope, request_hash, status, body, created_at)
        select int4send(n), '', 201, '', now() - interval '25 hours'
        from generate_series(1, 2500) n""");
    post(Api.unique("another"));
    assertEquals(2500, expired());
    answers.forget();
    assertEquals(0, expired());
    post(key).header("Idempotent-Replayed", "true").body("id", equalTo(kept));
  }

  @Test
  void one_instance_at_a_time_sweeps_and_none_waits_for_a_row() throws SQLException {
    post(key);
    post(Api.unique("another"));
    age("25 hours");
    long all = expired();
    try (Connection other = database.getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "select pg_advisory_xact_lock(hashtextextended('sweep idempotency_keys', 0))");
      answers.forget();
      assertEquals(all, expired());
      other.rollback();
      statement.execute("select from idempotency_keys order by created_at limit 1 for update");
      answers.forget();
      assertEquals(1, expired());
      other.rollback();
    }
    answers.forget();
    assertEquals(0, expired());
  }
}
