package org.grappe.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.grappe.database.Database;

/** How far positions go, and what gives them: one instance at a time, one thread of each. */
@ApplicationScoped
public class Positions {
  /** By the database alone: to ask which server it is costs more than all else. */
  private static final String NUMBER = "select epoch, position from number_pending()";

  private final Database database;
  private final SharedAct<Head> numbering = new SharedAct<>();
  private final Late late = new Late();

  /** How its epochs begin; one that takes its place under way is noticed by {@link #head}. */
  private volatile String server;

  Positions(Database database) {
    this.database = database;
  }

  /** The head as it is: one short statement. */
  public Head head() {
    Head head = Head.of(database);
    if (server != null && !head.epoch().startsWith(server)) {
      server = null;
    }
    return head;
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
   * instant that is past then reads all that will ever have it.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where others take too long
   */
  public Head settle() {
    return numbering.run(this::number);
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
}
