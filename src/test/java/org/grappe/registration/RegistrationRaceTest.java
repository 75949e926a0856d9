package org.grappe.registration;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.anOrganisation;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many who want the last places at the same moment. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RegistrationRaceTest {
  private static final int PLACES = 50;
  private static final int ALL = 200;
  private static final List<String> ORGANISATIONS = new ArrayList<>();
  @Inject DataSource database;

  private static String event(int capacity) {
    return make("/events", Map.of("name", "Rush", "startsOn", "2030-05-01", "capacity", capacity));
  }

  private static List<String> organisations() {
    while (ORGANISATIONS.size() < ALL) {
      ORGANISATIONS.add(make("/organisations", anOrganisation()));
    }
    return ORGANISATIONS;
  }

  private static Wire.Call answer(String event, String organisation) {
    return Wire.call(
            "POST",
            "/api/v1/events/" + event + "/registrations",
            "application/json",
            Map.of("organisation", organisation, "places", 1))
        .bearer(Api.ADMIN_KEY);
  }

  private static int register(String event, String organisation) {
    return answer(event, organisation).status();
  }

  private static ValidatableResponse list(String event) {
    return admin().get("/events/" + event + "/registrations?limit=" + ALL).then().statusCode(200);
  }

  @RepeatedTest(5)
  void of_200_who_register_for_50_places_150_wait_in_order() throws Exception {
    String event = event(PLACES);
    List<Callable<Integer>> rush =
        organisations().stream()
            .map(organisation -> (Callable<Integer>) () -> register(event, organisation))
            .toList();
    assertEquals(Collections.nCopies(ALL, 201), Race.of(rush));
    ValidatableResponse list = list(event);
    list.body(
            "items.status",
            equalTo(
                Stream.concat(
                        Collections.nCopies(PLACES, "CONFIRMED").stream(),
                        Collections.nCopies(ALL - PLACES, "WAITING").stream())
                    .toList()))
        .body(
            "items.findAll { it.status == 'WAITING' }.position",
            equalTo(IntStream.rangeClosed(1, ALL - PLACES).boxed().toList()));
    List<String> ids = list.extract().path("items.id");
    assertEquals(ids.stream().sorted().toList(), ids);
    get("/events/" + event)
        .body("places.confirmed", equalTo(PLACES))
        .body("places.waiting", equalTo(ALL - PLACES));
  }

  @Test
  void cancellations_deletions_and_a_larger_capacity_that_race_leave_no_place_empty()
      throws Exception {
    String event = event(10);
    for (String organisation : organisations().subList(0, 40)) {
      register(event, organisation);
    }
    List<String> first = list(event).extract().path("items.id");
    List<Callable<Integer>> acts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String one = "/events/" + event + "/registrations/" + first.get(i);
      acts.add(
          i % 2 == 0
              ? () -> admin().header("If-Match", "*").delete(one).statusCode()
              : () ->
                  admin()
                      .contentType("application/json")
                      .body(Map.of())
                      .post(one + "/cancellation")
                      .statusCode());
    }
    acts.add(() -> enlarge(event));
    List<Integer> answers = Race.of(acts);
    assertEquals(List.of(), answers.stream().filter(status -> status / 100 != 2).toList());
    list(event).body("items.findAll { it.status == 'WAITING' }.size()", equalTo(40 - 20 - 15));
    get("/events/" + event)
        .body("places.confirmed", equalTo(15))
        .body("places.waiting", equalTo(5));
  }

  /** The line holds 250 behind the one at work; whoever came first has the event's row. */
  @Test
  void a_rush_that_stands_still_is_refused_early_and_nobody_else_waits_for_it() throws Exception {
    String rushed = event(PLACES);
    String other = event(PLACES);
    String first = organisations().get(0);
    CountDownLatch refused = new CountDownLatch(300 - 251);
    List<Callable<Integer>> rush =
        Collections.nCopies(
            300,
            () -> {
              HttpResponse<String> answer = answer(rushed, first).send();
              if (answer.statusCode() == 503) {
                assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
                refused.countDown();
              }
              return answer.statusCode();
            });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<List<Integer>> answers;
    try (Connection holder = database.getConnection();
        PreparedStatement lock =
            holder.prepareStatement("select from event_places where event = ? for update")) {
      holder.setAutoCommit(false);
      lock.setObject(1, UUID.fromString(rushed));
      lock.execute();
      answers = thread.submit(() -> Race.of(rush));
      assertTrue(refused.await(60, TimeUnit.SECONDS));
      assertEquals(201, register(other, first));
      get("/events/" + rushed).statusCode(200).body("places.waiting", equalTo(0));
      assertFalse(answers.isDone());
      holder.rollback();
    } finally {
      thread.shutdown();
    }
    List<Integer> all = answers.get();
    int made = Collections.frequency(all, 201);
    assertEquals(300 - made, Collections.frequency(all, 503));
    assertTrue(made > 0);
    get("/events/" + rushed)
        .body("places.confirmed", equalTo(Math.min(made, PLACES)))
        .body("places.waiting", equalTo(Math.max(0, made - PLACES)));
  }

  @Test
  void who_goes_away_before_he_is_known_leaves_no_place_taken_in_the_line() throws Exception {
    String event = event(PLACES);
    String key = Api.aKey("ADMIN");
    String body = "{\"organisation\": \"" + organisations().get(0) + "\", \"places\": 1}";
    try (Connection holder = database.getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("lock table credentials in access exclusive mode");
      for (int i = 0; i < 5; i++) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
          socket.setSoLinger(true, 0);
          String head =
              String.join(
                  "\r\n",
                  "POST /api/v1/events/" + event + "/registrations HTTP/1.1",
                  "Host: localhost",
                  "Authorization: Bearer " + key,
                  "Content-Type: application/json",
                  "Content-Length: " + body.length(),
                  "",
                  body);
          socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
          Thread.sleep(50);
        }
      }
      Thread.sleep(200);
      holder.rollback();
    }
    Thread.sleep(500);
    assertEquals(201, register(event, organisations().get(1)));
  }

  /** Who lets an organisation become another holds it, and then the places that it hands over. */
  @Test
  void who_registers_an_organisation_that_is_held_leaves_the_places_to_its_holder()
      throws Exception {
    String event = event(PLACES);
    String organisation = organisations().get(2);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Integer> answer;
    try (Connection holder = database.getConnection();
        PreparedStatement hold =
            holder.prepareStatement("select from organisations where id = ? for update");
        PreparedStatement waiting =
            holder.prepareStatement(
                "select from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid))");
        PreparedStatement places =
            holder.prepareStatement("select from event_places where event = ? for update nowait")) {
      holder.setAutoCommit(false);
      hold.setObject(1, UUID.fromString(organisation));
      hold.execute();
      answer = thread.submit(() -> register(event, organisation));
      while (!waiting.executeQuery().next()) {
        assertFalse(answer.isDone());
        Thread.sleep(20);
      }
      places.setObject(1, UUID.fromString(event));
      places.execute();
      holder.rollback();
    } finally {
      thread.shutdown();
    }
    assertEquals(201, answer.get());
  }

  private static int enlarge(String event) {
    return admin()
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("capacity", 15))
        .patch("/events/" + event)
        .statusCode();
  }
}
