package org.grappe.copy;

import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** How much of the disk the files may take, all together. */
final class Space {
  private final long most;
  private final Shelf shelf;
  private long taken;

  /** What can be let go where there is too little. */
  interface Shelf {
    /** Drops a file that nobody reads; false where there is none. */
    boolean makeRoom();
  }

  Space(long most, Shelf shelf) {
    this.most = most;
    this.shelf = shelf;
  }

  /**
   * Room for so many bytes more.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where everything is being read
   */
  void take(long bytes) {
    while (!tryTake(bytes)) {
      if (!shelf.makeRoom()) {
        throw full();
      }
    }
  }

  private synchronized boolean tryTake(long bytes) {
    if (taken + bytes > most) {
      return false;
    }
    taken += bytes;
    return true;
  }

  synchronized void give(long bytes) {
    taken -= bytes;
  }

  synchronized long taken() {
    return taken;
  }

  static RuntimeException full() {
    return Problems.of(ProblemType.UNAVAILABLE, "copies.full").with("Retry-After", "30");
  }
}
