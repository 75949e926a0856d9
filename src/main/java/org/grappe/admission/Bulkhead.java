package org.grappe.admission;

import java.util.Optional;

/**
 * Has things done: so many at once, so many of them for one caller, and the others when their turn
 * comes. Who waits holds no thread.
 */
public final class Bulkhead {
  private final Limits limits;
  private final FairQueue<Task> queue;
  private int running;

  /**
   * How much.
   *
   * @param running how many are under way at once
   * @param runningEach how many of them one caller has
   * @param waiting how many wait
   * @param waitingEach how many of them one caller has
   */
  public record Limits(int running, int runningEach, int waiting, int waitingEach) {}

  /**
   * What a caller wants done.
   *
   * @param begin begins it, without taking time; {@link Bulkhead#done} is told when it is over
   */
  public record Task(String caller, Runnable begin) {}

  /** What became of a task. */
  public enum Admission {
    /** It has begun. */
    BEGUN,
    /** It begins when its turn comes. */
    WAITING,
    /** As many of its caller wait as may. */
    CALLER_FULL,
    /** As many wait as may, whoever has them. */
    FULL
  }

  public Bulkhead(Limits limits) {
    this.limits = limits;
    this.queue = new FairQueue<>(limits.runningEach());
  }

  /** Does it now, or when its turn comes. */
  public Admission submit(Task task) {
    boolean isBegun;
    synchronized (this) {
      queue.add(task.caller, task);
      Optional<Task> next = next();
      isBegun = next.isPresent();
      if (!isBegun) {
        boolean isCallerFull = queue.waiting(task.caller) > limits.waitingEach();
        if (isCallerFull || queue.size() > limits.waiting()) {
          queue.remove(task.caller, task);
          return isCallerFull ? Admission.CALLER_FULL : Admission.FULL;
        }
        return Admission.WAITING;
      }
    }
    task.begin.run();
    return Admission.BEGUN;
  }

  /** Waits no longer; false where its turn has come. */
  public synchronized boolean withdraw(Task task) {
    return queue.remove(task.caller, task);
  }

  /** One that was begun is over; the next may come. */
  public void done(Task task) {
    Optional<Task> next;
    synchronized (this) {
      running--;
      queue.done(task.caller);
      next = next();
    }
    next.ifPresent(one -> one.begin.run());
  }

  private Optional<Task> next() {
    if (running == limits.running()) {
      return Optional.empty();
    }
    Optional<Task> next = queue.next();
    running += next.isPresent() ? 1 : 0;
    return next;
  }
}
