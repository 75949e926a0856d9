package org.grappe.webhook;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aSource;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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

/** A receiver that takes nothing is left alone, and goes on where it stopped once it does. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(WebhookProfile.class)
class FailingReceiverTest {
  @Inject DataSource database;
  private final List<String> hooks = new ArrayList<>();
  private Receiver receiver;
  private String partner;

  @BeforeEach
  void receive() throws Exception {
    receiver = new Receiver();
    partner = aKey("PARTNER");
  }

  @AfterEach
  void close() {
    hooks.forEach(
        hook -> bearer(partner).header("If-Match", "*").delete("/webhooks/" + hook).then());
    receiver.close();
  }

  private String active() {
    String hook = Hooks.active(partner, receiver, "types", List.of("SOURCE")).getString("id");
    hooks.add(hook);
    return hook;
  }

  private void sql(String statement) {
    try (Connection connection = database.getConnection();
        var change = connection.createStatement()) {
      change.execute(statement);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static List<String> sources(int many) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      ids.add(make("/sources", aSource()));
    }
    return ids;
  }

  private Map<String, Object> deliveryOf(String hook, String record) {
    return Hooks.deliveries(partner, hook, "kind=change&limit=200").stream()
        .filter(one -> record.equals(one.get("record")))
        .findFirst()
        .orElse(Map.of());
  }

  @Test
  void it_is_tried_now_and_then_however_many_wait_and_then_gets_all() {
    for (int i = 0; i < 4; i++) {
      active();
    }
    receiver.answering(one -> one.answer(500, ""));
    List<String> ids = sources(30);
    Hooks.await(() -> receiver.changes().size() >= 4, "they are tried");
    Hooks.pause(4_000);
    int tried = receiver.changes().size();
    // four at once, and then after 0.1, 0.4, 1.6 and 6.4 seconds
    assertTrue(tried >= 4 * 3 && tried <= 4 * 8, tried + " attempts");
    String hook = hooks.get(0);
    var waiting = Hooks.deliveries(partner, hook, "status=waiting&limit=200");
    assertEquals(30, waiting.size());
    assertTrue(waiting.stream().filter(one -> one.get("attempts").equals(0)).count() > 20);
    Instant soonest = Instant.parse((String) waiting.get(0).get("nextAttemptAt"));
    sql("update webhooks set paused_until = now() + interval '1 hour' where id = '" + hook + "'");
    assertTrue(
        Hooks.deliveries(partner, hook, "status=waiting&limit=200").stream()
            .map(one -> Instant.parse((String) one.get("nextAttemptAt")))
            .allMatch(next -> next.isAfter(soonest.plusSeconds(1_800))),
        "no sooner than the receiver is tried");
    receiver.answering(one -> one.answer(200, ""));
    sql("update webhooks set paused_until = now() where id = '" + hook + "'");
    Hooks.await(
        () -> Hooks.deliveries(partner, hook, "status=delivered&limit=200").size() == 31,
        "all come as soon as one was taken");
    assertTrue(ids.stream().allMatch(id -> (int) deliveryOf(hook, id).get("attempts") <= 4));
  }

  @Test
  void the_pause_that_it_asks_for_is_one_for_all_that_wait() {
    String hook = active();
    AtomicInteger count = new AtomicInteger();
    receiver.answering(
        one -> {
          one.exchange().getResponseHeaders().set("Retry-After", "3");
          one.answer(count.incrementAndGet() == 1 ? 429 : 200, "");
        });
    final String first = make("/sources", aSource());
    Hooks.await(() -> deliveryOf(hook, first).get("error") != null, "it is tried");
    List<String> ids = sources(10);
    Hooks.await(
        () -> ids.stream().allMatch(id -> receiver.changesOf(id).size() == 1), "all come in time");
    long begun = receiver.changesOf(first).get(0).at();
    ids.forEach(
        id -> {
          long waited = receiver.changesOf(id).get(0).at() - begun;
          assertTrue(waited >= TimeUnit.MILLISECONDS.toNanos(2_900), waited + " ns");
        });
  }

  @Test
  void what_is_never_taken_holds_back_nothing_else() {
    String hook = active();
    String refused = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(refused).size() == 1, "it is told");
    receiver.answering(
        one -> one.answer(one.data().path("id").asText().equals(refused) ? 500 : 200, ""));
    patch("/sources/" + refused, Map.of("remarks", "r")).statusCode(200);
    for (int tried = 2; tried < 6; tried++) {
      int until = tried;
      Hooks.await(() -> receiver.changesOf(refused).size() >= until, "it is tried again");
      long begun = System.nanoTime();
      String id = make("/sources", aSource());
      Hooks.await(() -> receiver.changesOf(id).size() == 1, "the other one comes");
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      assertTrue(waited < 1_500, waited + " ms");
    }
    assertEquals("STATUS", deliveryOf(hook, refused).get("error"));
  }

  @Test
  void what_somebody_wants_to_be_sent_again_is_sent_at_once() {
    String hook = active();
    receiver.answering(
        one -> {
          one.exchange().getResponseHeaders().set("Retry-After", "600");
          one.answer(503, "");
        });
    String first = make("/sources", aSource());
    Hooks.await(() -> deliveryOf(hook, first).get("error") != null, "it is tried");
    List<String> ids = sources(5);
    String last = ids.get(4);
    Hooks.await(() -> !deliveryOf(hook, last).isEmpty(), "it waits");
    receiver.answering(one -> one.answer(200, ""));
    Hooks.act(partner, hook + "/deliveries/" + deliveryOf(hook, last).get("id") + "/redelivery")
        .statusCode(200);
    Hooks.await(
        () -> ids.stream().allMatch(id -> receiver.changesOf(id).size() == 1),
        "and as it is taken all others are");
    long at = receiver.changesOf(last).get(0).at();
    assertTrue(ids.stream().allMatch(id -> receiver.changesOf(id).get(0).at() >= at));
  }

  @Test
  void how_it_went_is_kept_though_another_holds_the_webhook_for_long() throws Exception {
    String hook = active();
    AtomicInteger count = new AtomicInteger();
    receiver.answering(
        one -> {
          one.exchange().getResponseHeaders().set("Retry-After", "2");
          one.answer(count.incrementAndGet() == 1 ? 503 : 200, "");
        });
    final String first = make("/sources", aSource());
    Hooks.await(() -> deliveryOf(hook, first).get("error") != null, "it is tried");
    try (Connection other = database.getConnection();
        var held = other.createStatement()) {
      other.setAutoCommit(false);
      held.execute("select from webhooks where id = '" + hook + "' for update");
      Hooks.await(() -> receiver.changesOf(first).size() == 2, "it is taken");
      // longer than a lock is waited for
      Hooks.pause(4_000);
      other.rollback();
    }
    Hooks.await(() -> "DELIVERED".equals(deliveryOf(hook, first).get("status")), "it is kept");
    assertEquals(2, receiver.changesOf(first).size());
  }

  @Test
  void once_it_is_back_nothing_waits_for_a_pause_of_its_own() {
    String hook = active();
    receiver.answering(one -> one.answer(503, ""));
    final String first = make("/sources", aSource());
    Hooks.await(() -> deliveryOf(hook, first).get("error") != null, "it is tried");
    // as after many attempts
    sql(
        "update webhook_deliveries set due_at = now() + interval '6 hours' where status = 'WAITING' and webhook = '"
            + hook
            + "'; update webhooks set failing_since = now() - interval '1 day', paused_until = now() where id = '"
            + hook
            + "'");
    receiver.answering(one -> one.answer(200, ""));
    String next = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(next).size() == 1, "the next one is taken");
    Hooks.await(
        () -> "DELIVERED".equals(deliveryOf(hook, first).get("status")), "and so is the first");
  }

  @Test
  void after_three_days_it_is_suspended_whichever_was_tried_last() {
    String hook = active();
    receiver.answering(one -> one.answer(500, ""));
    sources(10);
    Hooks.await(() -> receiver.changes().size() > 4, "it is tried");
    sql(
        "update webhooks set failing_since = now() - interval '73 hours', paused_until = now() where id = '"
            + hook
            + "'");
    Hooks.awaitStatus(partner, hook, "SUSPENDED");
    var waiting = Hooks.deliveries(partner, hook, "status=waiting");
    assertEquals(10, waiting.size());
    assertTrue(waiting.stream().allMatch(one -> one.get("nextAttemptAt") == null));
    receiver.answering(one -> one.answer(200, ""));
    Hooks.act(partner, hook + "/challenge").statusCode(200);
    Hooks.await(
        () -> Hooks.deliveries(partner, hook, "status=waiting").isEmpty(), "it goes on there");
  }
}
