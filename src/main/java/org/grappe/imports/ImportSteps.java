package org.grappe.imports;

import java.io.InputStream;
import org.grappe.problem.Problem;

/**
 * One file on its way in: what {@link ImportRun} asks of it, in this order.
 *
 * @param <R> what is told of it at the end
 */
public interface ImportSteps<R> {
  /**
   * Reads it to its end.
   *
   * @throws Problem {@code malformed-request}, {@code forbidden}
   */
  void read(InputStream file, Progress progress);

  /**
   * Makes sure that its sender may enter what it has, keeps other files from entering the same
   * until the transaction ends, unless it is a dry run, and compares all of it with the registry.
   *
   * @throws Problem {@code forbidden}, {@code unavailable} where others take too long
   */
  void compare();

  /** Of how many lines, or other parts, it is made. */
  long lines();

  /** How many of these are left out, as far as is known. */
  long leftOut();

  /** How many of these are judged, and entered, at a time. */
  int stretch();

  /**
   * Says what becomes of those from one to before another, counted from 0. What does not depend on
   * the others is entered at once, unless it is a dry run.
   */
  void judge(long from, long until);

  /**
   * What becomes of it.
   *
   * @throws Refused where a line is left out and the order takes all or none
   */
  R report();

  /** Enters what depends on all having been judged; answers how many records these made. */
  default long enter(long from, long until) {
    return 0;
  }
}
