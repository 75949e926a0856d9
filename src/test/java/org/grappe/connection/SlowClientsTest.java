package org.grappe.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.Client;
import org.grappe.testing.RawHttp;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.grappe.testing.ScarceProfile;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time, one by one and by the hundred. */
@QuarkusTest
@TestProfile(ScarceProfile.class)
@QuarkusTestResource(RealPostgres.class)
class SlowClientsTest {
  private static final String HOST = "Host: localhost";
  private static final int LONG = 20_000;
  @Inject DataSource database;
  @Inject HttpServer server;
  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void go() throws IOException {
    for (Client client : clients) {
      client.close();
    }
  }

  private Client client() throws IOException {
    Client client = new Client();
    clients.add(client);
    return client;
  }

  private static String[] post(String key, int length) {
    return new String[] {
      "POST /api/v1/sources HTTP/1.1",
      HOST,
      "Authorization: Bearer " + key,
      "Content-Type: application/json",
      length < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + length
    };
  }

  private void answers() {
    for (int i = 0; i < 20; i++) {
      Api.get("/regions").statusCode(200);
      Api.make("/sources", Records.aSource());
    }
    String management = "http://127.0.0.1:" + server.getManagementPort();
    RestAssured.given().get(management + "/q/health/ready").then().statusCode(200);
  }

  @Test
  void a_head_that_does_not_come_to_its_end_is_told_so() throws Exception {
    Client client = client();
    client.say("GET /api/v1/regions HTTP/1.1\r\n");
    assertFalse(client.dribble("X-Filler: " + "a".repeat(190), 1, 100));
    RawHttp.Answer answer = client.answer(true);
    assertTrue(answer.isProblem(408, "request-timeout"), answer.toString());
    assertTrue(client.isClosedWithin(LONG));
  }

  @Test
  void who_says_nothing_is_left_at_the_beginning_and_between_requests() throws Exception {
    Client silent = client();
    Client gone = client();
    gone.head("GET /api/v1/regions HTTP/1.1", HOST);
    assertEquals(200, gone.answer(true).status());
    Thread.sleep(1_500);
    gone.head("GET /api/v1/regions HTTP/1.1", HOST);
    assertEquals(200, gone.answer(true).status());
    assertTrue(silent.isClosedWithin(LONG));
    assertTrue(gone.isClosedWithin(LONG));
  }

  @Test
  void a_second_head_on_a_connection_has_no_more_time() throws Exception {
    Client client = client();
    client.head("GET /api/v1/regions HTTP/1.1", HOST);
    assertEquals(200, client.answer(true).status());
    assertFalse(client.dribble("GET /" + "a".repeat(195), 1, 100));
    assertEquals(408, client.answer(true).status());
  }

  @Thorough
  @Test
  void an_answer_takes_as_long_as_it_takes() throws Exception {
    Client client = client();
    try (Connection holder = database.getConnection();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table sources in share row exclusive mode");
      String body = "{\"publisher\": \"P\", \"kind\": \"PRESS\", \"title\": \"T\"}";
      client.head(post(Api.ADMIN_KEY, body.length())).say(body);
      assertFalse(client.isClosedWithin(5_000));
      holder.rollback();
    }
    assertEquals(201, client.answer(true).status());
  }

  @Thorough
  @Test
  void a_body_that_comes_to_a_halt_is_told_so() throws Exception {
    for (String type : List.of("application/json", "text/calendar", "text/csv")) {
      Client client = client();
      String path = type.equals("text/csv") ? "/memberships/csv" : "/sources";
      client.head(
          "POST /api/v1" + path + " HTTP/1.1",
          HOST,
          "Authorization: Bearer " + Api.ADMIN_KEY,
          "Content-Type: " + type,
          "Content-Length: 900000");
      client.say("a".repeat(100_000));
      assertFalse(client.dribble("a".repeat(200), 1, 100));
      RawHttp.Answer answer = client.answer(true);
      assertTrue(answer.isProblem(408, "request-timeout"), answer.toString());
      assertTrue(client.isClosedWithin(LONG));
    }
  }

  @Thorough
  @Test
  void a_body_that_never_came_leaves_its_room_to_others() throws Exception {
    for (int i = 0; i < 5; i++) {
      Client client = client();
      client.head(post(Api.ADMIN_KEY, 900_000)).say("{");
      assertTrue(client.answer(true).isProblem(408, "request-timeout"));
    }
    Api.post("/sources", Map.of("title", "T".repeat(900_000))).statusCode(422);
  }

  @Thorough
  @Test
  void a_body_that_goes_on_may_be_slow() throws Exception {
    Client client = client();
    String body = "{\"publisher\": \"P\", \"kind\": \"PRESS\", \"title\": \"T\"%s}";
    String text = body.formatted(" ".repeat(30_000));
    client.head(post(Api.ADMIN_KEY, text.length()));
    assertTrue(client.dribble(text, 500, 100));
    assertEquals(201, client.answer(true).status());
  }

  @Thorough
  @Test
  void two_hundred_and_forty_bodies_of_one_credential_stop_nobody() throws Exception {
    String key = Api.aKey("EDITOR");
    long begun = System.nanoTime();
    for (int i = 0; i < 240; i++) {
      client().head(post(key, i % 2 == 0 ? 500 : -1)).say(i % 2 == 0 ? "{\"p" : "3\r\n{\"p\r\n");
      // the line for so few threads is short: that too many come at once is another test's matter
      Thread.sleep(10);
    }
    answers();
    Thread.sleep(1_000);
    answers();
    // whose time is over leaves a place to another
    long turns = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) / 2;
    int waited = 0;
    for (Client client : clients) {
      RawHttp.Answer answer = client.answer(true);
      if (answer.isProblem(408, "request-timeout")) {
        waited++;
      } else {
        assertTrue(answer.isProblem(429, "too-many-requests"), answer.toString());
        assertTrue(answer.header("Retry-After").isPresent(), answer.toString());
      }
    }
    assertTrue(waited <= ScarceProfile.BODIES * turns, waited + " were waited for");
  }

  @Test
  void who_has_no_credential_is_not_listened_to() throws Exception {
    List<Client> strangers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      strangers.add(client().head("POST /api/v1/sources HTTP/1.1", HOST, "Content-Length: 500"));
    }
    for (Client stranger : strangers) {
      assertTrue(stranger.answer(true).isProblem(401, "unauthenticated"));
    }
    for (Client stranger : strangers) {
      assertTrue(stranger.isClosedWithin(LONG));
    }
  }

  @Test
  void a_body_that_is_too_long_is_refused_before_it_comes() throws Exception {
    for (int length : new int[] {2 << 20, -1}) {
      Client client = client().head(post(Api.ADMIN_KEY, length));
      if (length < 0) {
        client.say("200000\r\n" + "a".repeat((1 << 20) + 1));
      }
      RawHttp.Answer answer = client.answer(true);
      assertTrue(answer.isProblem(413, "payload-too-large"), answer.toString());
      assertTrue(client.isClosedWithin(LONG));
    }
  }

  @Test
  void many_requests_may_come_at_once_but_not_without_end() throws Exception {
    String request = "GET /api/v1/regions/76 HTTP/1.1\r\n" + HOST + "\r\n\r\n";
    Client some = client().say(request.repeat(15));
    for (int i = 0; i < 15; i++) {
      assertEquals(200, some.answer(true).status());
    }
    Client many = client();
    try {
      many.say(request.repeat(5_000));
      int answered = 0;
      while (answered < 5_000 && many.answer(true).status() == 200) {
        answered++;
      }
      assertTrue(answered < 5_000);
    } catch (IOException cut) {
      answers();
    }
  }
}
