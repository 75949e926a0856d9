package org.grappe.database;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Thorough;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database breaks off, the service begins anew; what it waits for has an end. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ConflictTest {
  /** With what the scene tells them, they write nothing that is kept. */
  private static final Set<String> WRITES_NOTHING =
      Set.of("POST /api/v1/events/ics", "POST /api/v1/imports/{id}/cancellation");

  @Inject DataSource source;

  private String cluster;
  private String company;
  private String membership;

  @BeforeEach
  void join() {
    cluster = make("/clusters", aCluster());
    company = make("/organisations", anOrganisation());
    membership = make("/memberships", with(aMembership(cluster, company), "from", "2016-01-01"));
  }

  @Test
  void a_deadlock_is_broken_and_the_request_that_lost_is_carried_out_all_the_same()
      throws Exception {
    String name = unique("Renamed");
    try (Connection other = source.getConnection()) {
      other.setAutoCommit(false);
      run(other, "set local deadlock_timeout = '60s'");
      run(other, "set local lock_timeout = '60s'");
      run(other, "select 1 from memberships where id = '" + membership + "' for update");
      long before = deadlocks();
      CompletableFuture<Response> renaming =
          CompletableFuture.supplyAsync(
              () -> patch("/organisations/" + company, Map.of("name", name)));
      waitFor("the new name waits for the membership", () -> waiting() > 0);
      run(other, "select 1 from organisations where id = '" + company + "' for update");
      other.rollback();
      other.setAutoCommit(true);
      assertEquals(200, renaming.get().statusCode());
      waitFor("the database counts a deadlock", () -> deadlocks() > before);
    }
    get("/memberships/" + membership).body("organisation.name", equalTo(name));
  }

  @Test
  void every_write_that_the_database_breaks_off_is_begun_anew_with_all_that_it_was_told() {
    List<String> faults = new ArrayList<>();
    breakOff(1);
    try {
      OpenApi.served()
          .operations()
          .filter(operation -> !operation.method().equals("GET"))
          .forEach(
              operation -> {
                run("select setval('broken_off', 1000)");
                Scene scene = new Scene();
                String address = scene.address(operation);
                Object body = scene.body(operation);
                run("select setval('broken_off', 1, false)");
                Wire.Call call = Wire.call(operation, address, body).bearer(Api.ADMIN_KEY);
                if (operation.method().equals("POST")) {
                  call.header("Idempotency-Key", unique("key"));
                }
                int status = call.status();
                long writes = number("select last_value from broken_off");
                if (status >= 500) {
                  faults.add(operation + " answers " + status);
                } else if (status < 300
                    && writes < 2
                    && !WRITES_NOTHING.contains(operation.toString())) {
                  faults.add(operation + " was not tried");
                }
              });
    } finally {
      run("drop function break_off() cascade");
      run("drop sequence broken_off");
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void what_is_broken_off_again_and_again_is_told_after_four_attempts() {
    breakOff(1_000_000);
    try {
      patched()
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("type", equalTo("/problems/unavailable"));
      assertEquals(4, number("select last_value from broken_off"));
    } finally {
      run("drop function break_off() cascade");
      run("drop sequence broken_off");
    }
    patched().then().statusCode(200);
  }

  @Test
  void whoever_waits_for_an_act_on_a_cluster_stands_in_nobodys_way() throws Exception {
    ExecutorService editors = Executors.newFixedThreadPool(30);
    try (Connection act = source.getConnection()) {
      act.setAutoCommit(false);
      run(act, "call hold_clusters(array['" + cluster + "'::uuid])");
      List<Future<Response>> waiting = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        waiting.add(editors.submit(this::patched));
      }
      for (int i = 0; i < 40; i++) {
        get("/memberships/" + membership).statusCode(200);
      }
      assertTrue(waiting.stream().noneMatch(Future::isDone));
      act.rollback();
      act.setAutoCommit(true);
      for (Future<Response> editor : waiting) {
        assertTrue(Set.of(200, 412).contains(editor.get().statusCode()));
      }
    } finally {
      editors.shutdownNow();
    }
  }

  @Thorough
  @Test
  void a_wait_has_an_end_and_says_so() throws Exception {
    try (Connection act = source.getConnection()) {
      act.setAutoCommit(false);
      run(act, "call hold_clusters(array['" + cluster + "'::uuid])");
      patched()
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("type", equalTo("/problems/unavailable"));
      act.rollback();
      act.setAutoCommit(true);
    }
    patched().then().statusCode(200);
  }

  private Response patched() {
    return patch("/memberships/" + membership, Map.of("remarks", unique("remark")));
  }

  private static Response patch(String path, Map<String, ?> body) {
    return admin()
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(path);
  }

  /** Has the database break off the first writes of all that keeps what requests do. */
  private void breakOff(int writes) {
    run("create sequence broken_off");
    run(
        """
        create function break_off() returns trigger language plpgsql as $$
        begin
          if nextval('broken_off') <= %d then
            raise exception 'broken off' using errcode = '40001';
          end if;
          return null;
        end $$"""
            .formatted(writes));
    for (String written :
        List.of(
            "insert on history",
            "insert on imports",
            "insert on erasures",
            "insert or update or delete on webhooks",
            "insert or update or delete on webhook_deliveries")) {
      run(
          "create trigger break_off after %s for each statement execute function break_off()"
              .formatted(written));
    }
  }

  private long waiting() {
    return number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
  }

  private long deadlocks() {
    return number("select deadlocks from pg_stat_database where datname = current_database()");
  }

  private static void waitFor(String what, java.util.function.BooleanSupplier isThere)
      throws InterruptedException {
    for (int i = 0; i < 1000 && !isThere.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertTrue(isThere.getAsBoolean(), what);
  }

  private void run(String sql) {
    try (Connection connection = source.getConnection()) {
      run(connection, sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
