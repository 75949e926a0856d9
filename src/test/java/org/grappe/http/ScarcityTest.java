package org.grappe.http;

import static io.restassured.RestAssured.given;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aSource;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.ScarceProfile;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller reads where time, connections or turns come to their end. */
@QuarkusTest
@TestProfile(ScarceProfile.class)
@QuarkusTestResource(RealPostgres.class)
class ScarcityTest {
  /** More than may wait. */
  private static final int ASKED = ScarceProfile.WAITING + 40;

  private static final List<String> TABLES = List.of("sources", "idempotency_keys");
  @Inject DataSource database;

  @Inject HttpServer server;

  private ValidatableResponse management(String path) {
    return given().get("http://127.0.0.1:" + server.getManagementPort() + path).then();
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(connection, text);
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** Has the database take so long for what is written. */
  private void slowDown(String seconds) throws SQLException {
    sql(
        """
        create or replace function slowly() returns trigger language plpgsql as $$
        begin perform pg_sleep(%s); return new; end $$"""
            .formatted(seconds));
    for (String table : TABLES) {
      sql(
          "create trigger slowly after insert on %s for each row execute function slowly()"
              .formatted(table));
    }
  }

  /** As a service that has been watched for a while. */
  @BeforeEach
  void is_ready() {
    management("/q/health/ready").statusCode(200);
  }

  @AfterEach
  void fast() throws SQLException {
    for (String table : TABLES) {
      sql("drop trigger if exists slowly on " + table);
    }
  }

  private static void problem(ValidatableResponse answer, int status, String type) {
    answer
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .body("type", equalTo("/problems/" + type));
  }

  private static ValidatableResponse post() {
    return post(unique("key"), aSource());
  }

  private static ValidatableResponse post(String key, Map<String, Object> source) {
    return admin()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(source)
        .post("/sources")
        .then();
  }

  @Test
  void a_statement_that_takes_too_long_is_a_timeout() throws SQLException {
    slowDown("3");
    problem(post(), 504, "timeout");
    fast();
    post().statusCode(201);
  }

  @Test
  void a_write_that_takes_too_long_in_all_is_a_timeout_and_leaves_nothing() throws SQLException {
    slowDown("1.9");
    String key = unique("key");
    Map<String, Object> source = aSource();
    problem(post(key, source), 504, "timeout");
    fast();
    post(key, source).statusCode(201).header("Idempotent-Replayed", nullValue());
  }

  @Thorough
  @Test
  void who_waits_too_long_for_a_lock_shall_come_again() throws SQLException {
    try (Connection holder = database.getConnection()) {
      holder.setAutoCommit(false);
      execute(holder, "lock table sources in share row exclusive mode");
      problem(post(), 503, "unavailable");
      get("/sources").statusCode(200);
      execute(holder, "lock table sources in access exclusive mode");
      problem(get("/sources"), 503, "unavailable");
      holder.rollback();
    }
    post().statusCode(201);
  }

  @Test
  void a_connection_that_the_database_ends_is_no_fault_of_the_caller() throws Exception {
    slowDown("1.5");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<ValidatableResponse> answer = thread.submit(() -> post());
      int ended = 0;
      while (ended == 0 && !answer.isDone()) {
        ended = endWriters();
      }
      assertEquals(1, ended);
      problem(answer.get(), 503, "unavailable");
    } finally {
      thread.shutdown();
    }
  }

  private int endWriters() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where pid <> pg_backend_pid() and wait_event = 'PgSleep'""")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void where_all_connections_are_taken_callers_shall_come_again_and_the_service_is_ready()
      throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < ScarceProfile.CONNECTIONS; i++) {
        taken.add(database.getConnection());
      }
      problem(get("/regions"), 503, "unavailable");
      problem(post(), 503, "unavailable");
      management("/q/health/ready").statusCode(200).body("status", equalTo("UP"));
      management("/q/metrics").statusCode(200);
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
    get("/regions").statusCode(200);
  }

  @Thorough
  @Test
  void who_asks_for_more_at_once_than_may_wait_is_told_so_and_the_service_is_ready()
      throws Exception {
    List<Connection> taken = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(ASKED);
    try {
      for (int i = 0; i < ScarceProfile.CONNECTIONS; i++) {
        taken.add(database.getConnection());
      }
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < ASKED; i++) {
        answers.add(threads.submit(() -> anyone().get("/regions")));
      }
      management("/q/health/ready").statusCode(200);
      management("/q/metrics").statusCode(200);
      int refused = 0;
      for (Future<Response> answer : answers) {
        boolean isRefused = answer.get().statusCode() == 429;
        refused += isRefused ? 1 : 0;
        problem(
            answer.get().then(),
            isRefused ? 429 : 503,
            isRefused ? "too-many-requests" : "unavailable");
      }
      assertTrue(refused > 0 && refused < ASKED - ScarceProfile.WAITING, refused + " refused");
    } finally {
      threads.shutdown();
      for (Connection one : taken) {
        one.close();
      }
    }
    get("/regions").statusCode(200);
  }

  private static ValidatableResponse write(RequestSpecification caller) {
    return caller.contentType("application/json").body(aSource()).post("/sources").then();
  }

  @Test
  void the_slow_requests_of_one_caller_hold_up_his_own_alone() throws Exception {
    slowDown("1.5");
    String other = aKey("EDITOR");
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<ValidatableResponse>> many = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        many.add(threads.submit(() -> write(admin())));
      }
      Thread.sleep(500);
      long begun = System.nanoTime();
      get("/regions").statusCode(200);
      long read = System.nanoTime();
      write(bearer(other)).statusCode(201);
      long written = System.nanoTime();
      assertTrue(read - begun < TimeUnit.SECONDS.toNanos(1), "a reader waited");
      assertTrue(written - read < TimeUnit.MILLISECONDS.toNanos(2_500), "another writer waited");
      // two at a time within three seconds, a moment's grace
      int served = 0;
      for (Future<ValidatableResponse> answer : many) {
        if (answer.get().extract().statusCode() == 201) {
          served++;
        } else {
          problem(answer.get(), 503, "unavailable");
        }
      }
      assertTrue(served >= 2 && served <= 8, served + " were served");
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void every_connection_has_its_limits() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_settings where setting <> '0' and name in"
                    + " ('statement_timeout', 'lock_timeout',"
                    + " 'idle_in_transaction_session_timeout')")) {
      rows.next();
      assertEquals(3, rows.getInt(1));
    }
  }
}
