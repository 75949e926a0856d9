package org.grappe.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.grappe.database.Database;
import org.grappe.database.DatabaseFailure;
import org.grappe.database.Statements;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** How far positions go, and what gives them: one instance at a time, one thread of each. */
@ApplicationScoped
public class Positions {
  private static final String HEAD =
      "select epoch, position, pending, replica, life from positions";

  /** By the database alone: to ask which server it is costs more than all else. */
  private static final String NUMBER = "select epoch, position from number_pending()";

  private static final int PATIENCE_SECONDS = 2;

  private final Database database;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** So many times numbering has begun, and so many of these have ended well. */
  private final AtomicLong begun = new AtomicLong();

  private final Late late = new Late();

  /** How its epochs begin; one that takes its place under way is noticed by {@link #head}. */
  private volatile String server;

  private long done;
  private Head last;

  Positions(Database database) {
    this.database = database;
  }

  /** The head as it is: one short statement. */
  public Head head() {
    Head head = head(database);
    if (server != null && !head.epoch().startsWith(server)) {
      server = null;
    }
    return head;
  }

  /** The same of a snapshot. */
  public static Head head(Statements in) {
    return in.all(
            HEAD,
            row ->
                new Head(
                    row.getString(1),
                    row.getLong(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getString(5)),
            List.of())
        .get(0);
  }

  /** Says that what follows from records has changed, and none of them. */
  void derive() {
    database.change("update head set derived = derived + 1");
  }

  /** The head once all has a position that is seen now; numbers only where something is pending. */
  public Head settled() {
    Head head = head();
    if (!head.pending() || head.replica()) {
      return head;
    }
    settle();
    return head();
  }

  /**
   * Tells the same; what was pending is late until that has been told, however long, and where that
   * fails until it has come about.
   */
  void settled(Consumer<Head> taker) {
    Head head = head();
    if (head.pending() && !head.replica()) {
      late.until(
          () -> {
            settle();
            taker.accept(head());
          });
    } else {
      taker.accept(head);
      late.comeAbout();
    }
  }

  /** What this instance has committed is late until this has told of it. */
  void untilTold(Runnable telling) {
    late.during(telling);
  }

  /**
   * Whether something that is committed has been without a position for longer than is usual, as
   * far as this instance knows: acts of many thousand rows take their time. Meanwhile the last head
   * that was told is no word on what a reader would find.
   */
  public boolean isLate() {
    return late.is();
  }

  /**
   * Numbers whatever is committed, and lets a numbering that is under way end: whoever asks for an
   * instant that is past then reads all that will ever have it. Who comes while one goes on shares
   * the next with all others who have.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where others take too long
   * @throws DatabaseFailure where the database does not do it
   */
  public Head settle() {
    long before = begun.get();
    awaitTurn();
    try {
      if (done > before) {
        return last;
      }
      long mine = begun.incrementAndGet();
      last = number();
      done = mine;
      return last;
    } finally {
      turn.unlock();
    }
  }

  private Head number() {
    if (server == null) {
      database.one(NUMBER, row -> true);
      Head head = head();
      server = head.epoch().substring(0, head.epoch().indexOf('-') + 1);
      return head;
    }
    return database
        .one(NUMBER, row -> new Head(server + row.getInt(1), row.getLong(2), false, false, null))
        .orElseThrow();
  }

  private void awaitTurn() {
    try {
      if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    throw Problems.of(ProblemType.UNAVAILABLE, "conflict").with("Retry-After", "1");
  }
}
