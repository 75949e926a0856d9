package org.grappe.webhook;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aSource;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries that receivers do not take at once. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(WebhookProfile.class)
class DeliveryTest {
  @Inject DataSource database;
  private Receiver receiver;
  private String partner;
  private String hook;

  @BeforeEach
  void receive() throws Exception {
    receiver = new Receiver();
    partner = aKey("PARTNER");
    hook = Hooks.active(partner, receiver, "types", List.of("SOURCE")).getString("id");
  }

  @AfterEach
  void close() {
    org.grappe.testing.Api.bearer(partner)
        .header("If-Match", "*")
        .delete("/webhooks/" + hook)
        .then();
    receiver.close();
  }

  private void sql(String statement) {
    try (Connection connection = database.getConnection();
        var change = connection.createStatement()) {
      change.execute(statement);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Map<String, Object> deliveryOf(String record) {
    return Hooks.deliveries(partner, hook, "kind=change").stream()
        .filter(one -> record.equals(one.get("record")))
        .reduce((one, other) -> other)
        .orElse(Map.of());
  }

  @Test
  void what_is_not_taken_comes_again_with_the_same_id_until_it_is() {
    receiver.answering(one -> one.answer(one.count() < 3 ? 500 : 200, "no"));
    String id = make("/sources", aSource());
    Hooks.await(() -> "DELIVERED".equals(deliveryOf(id).get("status")), "it is delivered");
    var told = receiver.changesOf(id);
    assertEquals(3, told.size());
    assertEquals(1, told.stream().map(one -> one.header("webhook-id")).distinct().count());
    assertEquals(3, deliveryOf(id).get("attempts"));
    assertEquals(200, deliveryOf(id).get("statusCode"));
    long first = told.get(1).at() - told.get(0).at();
    assertTrue(TimeUnit.NANOSECONDS.toMillis(first) >= 80, first + " ns");
  }

  @Test
  void a_receiver_that_asks_for_a_pause_gets_it() {
    receiver.answering(
        one -> {
          one.exchange().getResponseHeaders().set("Retry-After", "2");
          one.answer(one.count() == 1 ? 503 : 200, "");
        });
    String id = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(id).size() == 1, "it is tried");
    Hooks.await(() -> "STATUS".equals(deliveryOf(id).get("error")), "the error is told");
    assertEquals(503, deliveryOf(id).get("statusCode"));
    assertTrue(deliveryOf(id).get("nextAttemptAt") != null);
    Hooks.await(() -> receiver.changesOf(id).size() == 2, "it is tried again");
    var told = receiver.changesOf(id);
    assertTrue(told.get(1).at() - told.get(0).at() >= TimeUnit.MILLISECONDS.toNanos(1_900));
  }

  @Test
  void what_goes_wrong_is_told_by_its_kind() throws Exception {
    Map<String, Receiver.Answering> kinds =
        Map.of(
            "REDIRECT",
            one -> {
              one.exchange().getResponseHeaders().set("Location", receiver.address());
              one.answer(307, "");
            },
            "NO_ANSWER",
            one -> one.exchange().close(),
            "TIMEOUT",
            one -> Hooks.pause(4_000));
    for (Map.Entry<String, Receiver.Answering> kind : kinds.entrySet()) {
      receiver.answering(one -> (one.count() == 1 ? kind.getValue() : ok()).to(one));
      String id = make("/sources", aSource());
      Hooks.await(
          () -> kind.getKey().equals(deliveryOf(id).get("error")), kind.getKey() + " is told");
      Hooks.await(() -> "DELIVERED".equals(deliveryOf(id).get("status")), "and then taken");
    }
    // of no redirect anything came there
    assertTrue(receiver.received().allMatch(one -> one.header("webhook-id") != null));
    // and where nobody listens
    receiver.close();
    String id = make("/sources", aSource());
    Hooks.await(() -> "NOT_CONNECTED".equals(deliveryOf(id).get("error")), "nobody is there");
  }

  private static Receiver.Answering ok() {
    return one -> one.answer(200, "");
  }

  @Test
  void an_answer_without_an_end_is_taken_by_its_beginning() {
    receiver.answering(
        one -> {
          one.exchange().sendResponseHeaders(200, 0);
          try (OutputStream out = one.exchange().getResponseBody()) {
            for (int i = 0; i < 1_000_000; i++) {
              out.write(new byte[1_000]);
            }
          }
        });
    for (int i = 0; i < 5; i++) {
      String id = make("/sources", aSource());
      Hooks.await(() -> "DELIVERED".equals(deliveryOf(id).get("status")), "it is delivered");
    }
  }

  @Test
  void one_who_drips_what_nobody_wants_has_few_connections() {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    receiver.answering(
        one -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          try {
            one.exchange().sendResponseHeaders(200, 4_000);
            for (int i = 0; i < 400; i++) {
              one.exchange().getResponseBody().write('a');
              one.exchange().getResponseBody().flush();
              Hooks.pause(50);
            }
          } finally {
            now.decrementAndGet();
          }
        });
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      ids.add(make("/sources", aSource()));
    }
    Hooks.await(
        () -> ids.stream().allMatch(id -> receiver.changesOf(id).size() > 0), "all are told");
    Hooks.await(
        () -> Hooks.deliveries(partner, hook, "status=waiting").isEmpty(), "all are delivered");
    // a closed one is noticed as the next piece is written
    assertTrue(most.get() <= 8, most + " at once");
  }

  @Test
  void who_answers_410_is_sent_nothing_more() {
    receiver.answering(one -> one.answer(410, ""));
    make("/sources", aSource());
    Hooks.awaitStatus(partner, hook, "ENDED");
    org.grappe.testing.Api.bearer(partner)
        .get("/webhooks/" + hook)
        .then()
        .body("endReason", equalTo("RECEIVER_GONE"));
    int before = receiver.changes().size();
    make("/sources", aSource());
    Hooks.pause(1_500);
    assertEquals(before, receiver.changes().size());
    assertEquals("FAILED", Hooks.deliveries(partner, hook, "kind=change").get(0).get("status"));
  }

  @Test
  void a_record_is_told_in_order_and_others_pass_one_that_waits() {
    String first = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(first).size() == 1, "it is told");
    receiver.answering(
        one ->
            one.answer(
                one.data().path("id").asText().equals(first) && one.count() < 4 ? 500 : 200, ""));
    for (int i = 0; i < 4; i++) {
      patch("/sources/" + first, Map.of("remarks", "r" + i)).statusCode(200);
    }
    String other = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(first).size() == 1 + 4 * 4, "all come in the end");
    var told = receiver.changesOf(first);
    List<Integer> versions = told.stream().map(one -> one.data().path("version").asInt()).toList();
    assertEquals(versions.stream().sorted().toList(), versions);
    long passed = receiver.changesOf(other).get(0).at();
    assertTrue(passed < told.get(told.size() - 1).at(), "the other one did not wait");
  }

  @Test
  void a_slow_receiver_delays_no_other() throws Exception {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    try (Receiver slow =
        new Receiver()
            .answering(
                one -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  Hooks.pause(1_500);
                  now.decrementAndGet();
                  one.answer(200, "");
                })) {
      List<String> hooks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        hooks.add(Hooks.active(partner, slow, "types", List.of("SOURCE")).getString("id"));
      }
      long begun = System.nanoTime();
      List<String> sources = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sources.add(make("/sources", aSource()));
      }
      Hooks.await(
          () -> sources.stream().allMatch(id -> receiver.changesOf(id).size() == 1),
          "all are told");
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      assertTrue(slow.changes().size() < 60, "the slow one is not yet there: " + millis + " ms");
      assertTrue(most.get() <= 3 * 4, most + " at once");
      hooks.forEach(
          id ->
              org.grappe.testing.Api.bearer(partner)
                  .header("If-Match", "*")
                  .delete("/webhooks/" + id)
                  .then()
                  .statusCode(204));
    }
  }

  @Test
  void one_can_be_sent_again() {
    String id = make("/sources", aSource());
    Hooks.await(() -> "DELIVERED".equals(deliveryOf(id).get("status")), "it is delivered");
    String path = hook + "/deliveries/" + deliveryOf(id).get("id") + "/redelivery";
    Hooks.act(partner, path).statusCode(200).body("status", equalTo("WAITING"));
    Hooks.await(() -> receiver.changesOf(id).size() == 2, "it comes again");
    assertEquals(
        receiver.changesOf(id).get(0).header("webhook-id"),
        receiver.changesOf(id).get(1).header("webhook-id"));
    Hooks.act(aKey("PARTNER"), path).statusCode(404);
    assertEquals(List.of(), Hooks.deliveries(partner, hook, "updatedSince=2100-01-01T00:00:00Z"));
    assertFalse(Hooks.deliveries(partner, hook, "updatedSince=2020-01-01T00:00:00Z").isEmpty());
    String challenge = (String) Hooks.deliveries(partner, hook, "kind=challenge").get(0).get("id");
    Hooks.act(partner, hook + "/deliveries/" + challenge + "/redelivery").statusCode(409);
  }

  @Test
  void what_a_receiver_does_not_take_for_three_days_suspends_it_and_it_goes_on_there() {
    receiver.answering(one -> one.answer(500, ""));
    String id = make("/sources", aSource());
    Hooks.await(() -> !receiver.changesOf(id).isEmpty(), "it is tried");
    Hooks.await(
        () ->
            org.grappe.testing.Api.bearer(partner).get("/webhooks/" + hook).path("failingSince")
                != null,
        "it fails");
    sql(
        "update webhooks set failing_since = now() - interval '73 hours' where id = '"
            + hook
            + "'; update webhook_deliveries set first_attempt_at = now() - interval '73 hours',"
            + " due_at = now() where webhook = '"
            + hook
            + "'");
    Hooks.awaitStatus(partner, hook, "SUSPENDED");
    String later = make("/sources", aSource());
    receiver.answering(ok());
    int before = receiver.changes().size();
    Hooks.pause(1_500);
    assertEquals(before, receiver.changes().size());
    Hooks.act(partner, hook + "/challenge").statusCode(200).body("status", equalTo("PENDING"));
    Hooks.await(
        () ->
            receiver.changesOf(later).size() == 1
                && "DELIVERED".equals(deliveryOf(id).get("status")),
        "both are told");
  }

  @Test
  void one_that_fails_for_three_days_beside_others_is_given_up() {
    String other = make("/sources", aSource());
    String id = make("/sources", aSource());
    receiver.answering(
        one -> one.answer(one.data().path("id").asText().equals(id) ? 500 : 200, ""));
    patch("/sources/" + id, Map.of("remarks", "r")).statusCode(200);
    Hooks.await(() -> "STATUS".equals(deliveryOf(id).get("error")), "it fails");
    patch("/sources/" + other, Map.of("remarks", "r")).statusCode(200);
    sql(
        "update webhook_deliveries set first_attempt_at = now() - interval '73 hours',"
            + " due_at = now() where status = 'WAITING' and webhook = '"
            + hook
            + "'");
    Hooks.await(
        () -> Hooks.deliveries(partner, hook, "status=failed").size() > 0, "it is given up");
    assertEquals("ACTIVE", Hooks.status(partner, hook));
  }

  @Test
  void one_that_somebody_took_up_and_left_is_taken_up_again() throws IOException {
    receiver.answering(one -> one.answer(500, ""));
    String id = make("/sources", aSource());
    Hooks.await(() -> !receiver.changesOf(id).isEmpty(), "it is tried");
    // as if an instance had been killed while it sent
    sql(
        "update webhook_deliveries set claim = gen_random_uuid(), claimed_until = now() + interval '3 seconds',"
            + " due_at = now() where webhook = '"
            + hook
            + "' and status = 'WAITING'");
    receiver.answering(ok());
    int before = receiver.changesOf(id).size();
    Hooks.pause(1_500);
    assertTrue(receiver.changesOf(id).size() <= before + 1, "nobody else sends it meanwhile");
    Hooks.await(() -> "DELIVERED".equals(deliveryOf(id).get("status")), "it is delivered");
  }

  @Test
  void the_queue_is_short_and_what_is_further_on_waits_in_the_feed() {
    receiver.answering(
        one -> {
          one.exchange().getResponseHeaders().set("Retry-After", "600");
          one.answer(503, "");
        });
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      ids.add(make("/sources", aSource()));
    }
    Hooks.await(
        () -> Hooks.deliveries(partner, hook, "status=waiting&limit=200").size() == 50,
        "fifty wait");
    Hooks.pause(1_000);
    assertEquals(50, Hooks.deliveries(partner, hook, "status=waiting&limit=200").size());
    receiver.answering(ok());
    sql(
        "update webhook_deliveries set due_at = now() where webhook = '"
            + hook
            + "'; update webhooks set paused_until = null where id = '"
            + hook
            + "'");
    Hooks.await(() -> ids.stream().allMatch(id -> receiver.changesOf(id).size() > 0), "all come");
  }

  @Test
  void a_server_that_says_nothing_at_all_is_left_in_time() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      String id =
          Hooks.asked(partner, "address", "http://127.0.0.1:" + silent.getLocalPort() + "/")
              .statusCode(201)
              .extract()
              .path("id");
      Hooks.await(
          () ->
              Hooks.deliveries(partner, id, "kind=challenge").stream()
                  .anyMatch(one -> "TIMEOUT".equals(one.get("error"))),
          "it is too late");
    }
  }
}
