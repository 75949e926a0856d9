package org.grappe.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that nobody tells: few writes wait for them, and none for long. */
class SlowNamesTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch silence = new CountDownLatch(1);
  private final Names names = new Names(this::neverTold);
  private final Receivers receivers = new Receivers(names, Configured.usual());
  private final ExecutorService writers = Executors.newCachedThreadPool();

  private InetAddress[] neverTold(String host) throws UnknownHostException {
    asked.incrementAndGet();
    try {
      silence.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    throw new UnknownHostException(host);
  }

  @AfterEach
  void end() {
    silence.countDown();
    names.end();
    writers.shutdownNow();
  }

  @Test
  void two_writes_wait_at_a_time_three_seconds_at_most_and_all_others_go_on() throws Exception {
    long begun = System.nanoTime();
    List<Future<Optional<String>>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String address = "https://slow" + i + ".example.org/";
      all.add(writers.submit(() -> receivers.fault(address)));
    }
    Hooks.pause(1_500);
    assertEquals(8, all.stream().filter(Future::isDone).count());
    assertEquals(2, asked.get());
    for (Future<Optional<String>> one : all) {
      assertTrue(one.get(20, TimeUnit.SECONDS).isEmpty(), "it is taken as having no address yet");
    }
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    assertTrue(waited >= 2_500, waited + " ms");
    // an address that is one by itself needs no turn
    assertEquals("webhook.not-public", receivers.fault("https://10.0.0.1/").orElseThrow());
  }

  @Test
  void an_attempt_fails_with_it_and_asks_no_second_time_while_it_is_asked() {
    ReceiverAddress address = receivers.address("https://slow.example.org/").orElseThrow();
    var first = receivers.find(address);
    var second = receivers.find(address);
    for (var one : List.of(first, second)) {
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> one.get(20, TimeUnit.SECONDS));
      assertEquals(DeliveryError.NAME_NOT_FOUND, AttemptFailed.in(failed).error());
    }
    assertEquals(1, asked.get());
  }
}
