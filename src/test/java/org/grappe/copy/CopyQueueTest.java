package org.grappe.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.grappe.database.Snapshot;
import org.grappe.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits to be made. */
class CopyQueueTest {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final CountDownLatch go = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();
  private final List<CompletableFuture<Answer>> asked = new ArrayList<>();
  private CopyQueue line = line(Duration.ofMinutes(1));

  private CopyQueue line(Duration patience) {
    return new CopyQueue(2, patience, this::make, clock);
  }

  private void make(Making making) {
    making.begun(new Moment(Optional.of("now"), 0), null);
    made.incrementAndGet();
    try {
      go.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    making.fail(new IllegalStateException("made"));
  }

  @AfterEach
  void stop() {
    go.countDown();
    line.stop();
    clock.shutdownNow();
  }

  private CompletableFuture<Answer> ask(int what) {
    Contents contents =
        new Contents() {
          @Override
          public String type() {
            return "text/csv";
          }

          @Override
          public List<Object> key() {
            return List.of(what);
          }

          @Override
          public int write(Snapshot snapshot, int most, OutputStream out) {
            return 0;
          }
        };
    return line.join(contents, contents.key());
  }

  @Test
  void two_are_made_ten_wait_and_the_next_is_told_when_to_come_back() {
    List<CompletableFuture<Answer>> taken = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      taken.add(ask(i));
    }
    Problem refused = assertThrows(Problem.class, () -> ask(12));
    assertEquals(503, refused.type().status());
    go.countDown();
    taken.forEach(one -> assertThrows(CompletionException.class, one::join));
    assertEquals(12, made.get());
  }

  @Test
  void who_asks_for_what_waits_already_waits_for_the_same() {
    asked.add(ask(1));
    asked.add(ask(2));
    asked.add(ask(3));
    List<CompletableFuture<Answer>> same = List.of(ask(3), ask(3), ask(3));
    go.countDown();
    same.forEach(one -> assertThrows(CompletionException.class, one::join));
    asked.forEach(one -> assertThrows(CompletionException.class, one::join));
    assertEquals(3, made.get());
  }

  @Test
  void what_everybody_has_gone_from_is_not_made() {
    CompletableFuture<Answer> first = ask(1);
    CompletableFuture<Answer> second = ask(2);
    ask(3).cancel(false);
    go.countDown();
    assertThrows(CompletionException.class, first::join);
    assertThrows(CompletionException.class, second::join);
    CompletableFuture<Answer> last = ask(4);
    assertThrows(CompletionException.class, last::join);
    assertEquals(3, made.get());
  }

  @Test
  void who_has_waited_too_long_is_told_so() {
    line.stop();
    line = line(Duration.ofMillis(200));
    asked.add(ask(1));
    asked.add(ask(2));
    CompletableFuture<Answer> third = ask(3);
    var late = assertThrows(CompletionException.class, third::join);
    assertSame(Problem.class, late.getCause().getClass());
    assertTrue(made.get() <= 2);
  }

  @Test
  void what_is_under_way_is_shared_while_its_moment_is_still_now() throws Exception {
    asked.add(ask(1));
    while (made.get() == 0) {
      Thread.sleep(5);
    }
    assertTrue(line.join(List.of(1), Optional.of("now")).isPresent());
    assertTrue(line.join(List.of(1), Optional.of("later")).isEmpty());
    assertTrue(line.join(List.of(1), Optional.empty()).isEmpty());
  }
}
