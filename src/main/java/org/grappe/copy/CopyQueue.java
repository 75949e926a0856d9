package org.grappe.copy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Who makes files, and what waits for it in the order in which it came. */
final class CopyQueue {
  private static final int LONGEST = 10;
  private final int makers;
  private final Duration patience;
  private final Consumer<Making> maker;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final Map<List<Object>, Making> waiting = new LinkedHashMap<>();
  private final Map<List<Object>, Making> underWay = new LinkedHashMap<>();
  private int busy;

  CopyQueue(int makers, Duration patience, Consumer<Making> maker, ScheduledExecutorService clock) {
    this.makers = makers;
    this.patience = patience;
    this.maker = maker;
    this.clock = clock;
    this.threads = Executors.newFixedThreadPool(makers, Copies::thread);
  }

  static RuntimeException busy() {
    return Problems.of(ProblemType.UNAVAILABLE, "copies.busy").with("Retry-After", "10");
  }

  synchronized boolean has(List<Object> key) {
    return waiting.containsKey(key) || underWay.containsKey(key);
  }

  /** Joins those who wait for one whose snapshot is not older than what is asked for. */
  synchronized Optional<CompletableFuture<Answer>> join(List<Object> key, Optional<String> mark) {
    Making next = waiting.get(key);
    if (next != null) {
      return next.join();
    }
    return Optional.ofNullable(underWay.get(key))
        .filter(making -> mark.isPresent() && making.moment().mark().equals(mark))
        .flatMap(Making::join);
  }

  /**
   * Has a file made, in its turn.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where too many wait
   */
  synchronized CompletableFuture<Answer> join(Contents contents, List<Object> key) {
    Making making = waiting.get(key);
    if (making == null) {
      waiting.values().removeIf(Making::isAbandoned);
      if (busy >= makers && waiting.size() >= LONGEST) {
        throw busy();
      }
      making = new Making(contents, key);
      waiting.put(key, making);
      Making late = making;
      var unused = clock.schedule(() -> giveUp(late), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    CompletableFuture<Answer> answer = making.join().orElseThrow();
    next();
    return answer;
  }

  private synchronized void next() {
    while (busy < makers && !waiting.isEmpty()) {
      Making making = waiting.remove(waiting.keySet().iterator().next());
      busy++;
      underWay.put(making.key(), making);
      threads.execute(() -> make(making));
    }
  }

  private void make(Making making) {
    try {
      making.make(maker);
    } finally {
      made(making);
    }
  }

  private synchronized void made(Making making) {
    busy--;
    underWay.remove(making.key(), making);
    next();
  }

  private synchronized void giveUp(Making making) {
    if (waiting.remove(making.key(), making)) {
      making.fail(busy());
    }
  }

  void stop() {
    threads.shutdownNow();
  }
}
