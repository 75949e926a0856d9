package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * The lines of those who want places, one for each event. Of an event one at a time is served,
 * since the database gives its places to one at a time anyway; of all events so many that half of
 * the connections are left to others, each event in turn. Who waits holds no thread and no
 * connection.
 */
@ApplicationScoped
class RegistrationQueue {
  private static final int LONGEST = 250;
  private static final int MOST_OF_ALL = 1_000;

  private final int mostServed;
  private final Map<UUID, Deque<Turn>> lines = new HashMap<>();
  private final Deque<Turn> heads = new ArrayDeque<>();
  private int served;
  private int all;

  RegistrationQueue(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    mostServed = Math.max(1, connections / 2);
  }

  /** Somebody's place in a line. */
  static final class Turn {
    private final UUID event;
    private final CompletableFuture<Void> come = new CompletableFuture<>();
    private boolean isServed;
    private boolean isOver;

    private Turn(UUID event) {
      this.event = event;
    }

    /** Done once the turn has come. */
    CompletableFuture<Void> come() {
      return come;
    }
  }

  /**
   * Takes a place at the end of an event's line, which is to be left in any case.
   *
   * @throws Problem {@code unavailable} where the line is full
   */
  Turn join(UUID event) {
    Turn turn = new Turn(event);
    synchronized (this) {
      Deque<Turn> line = lines.computeIfAbsent(event, any -> new ArrayDeque<>());
      if (line.size() > LONGEST || all >= MOST_OF_ALL) {
        throw full();
      }
      all++;
      line.add(turn);
      if (line.size() == 1) {
        heads.add(turn);
      }
    }
    serve();
    return turn;
  }

  /** Leaves a line, served or not; a second time means nothing. */
  void leave(Turn turn) {
    synchronized (this) {
      if (turn.isOver) {
        return;
      }
      turn.isOver = true;
      all--;
      served -= turn.isServed ? 1 : 0;
      Deque<Turn> line = lines.get(turn.event);
      boolean wasHead = line.peek() == turn;
      line.remove(turn);
      heads.remove(turn);
      if (line.isEmpty()) {
        lines.remove(turn.event);
      } else if (wasHead) {
        heads.add(line.peek());
      }
    }
    serve();
  }

  /** Calls the next ones, outside of the lock: what they do then is not this line's business. */
  private void serve() {
    List<Turn> next = new ArrayList<>();
    synchronized (this) {
      while (served < mostServed && !heads.isEmpty()) {
        Turn head = heads.remove();
        head.isServed = true;
        served++;
        next.add(head);
      }
    }
    next.forEach(turn -> turn.come.complete(null));
  }

  static Problem full() {
    return Problems.of(ProblemType.UNAVAILABLE, "registration.line-full").with("Retry-After", "2");
  }
}
