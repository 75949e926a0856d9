package org.grappe.imports;

import java.io.InputStream;
import org.grappe.problem.Problem;

/**
 * Takes up a file, whatever it is about, all of it in the transaction that it finds: reads it to
 * its end, compares it with the registry as a whole, judges it and enters it in stretches.
 */
final class ImportRun {
  private ImportRun() {}

  /**
   * Takes it up; a dry run only tells what would become of it.
   *
   * @throws Refused where a line is left out and neither switch is on
   * @throws Problem {@code forbidden}, {@code malformed-request}
   */
  static <R> R take(ImportKind<R> kind, InputStream file, ImportOrder order, Progress progress) {
    ImportSteps<R> steps = kind.steps(order);
    steps.read(file, progress);
    steps.compare();
    for (long from = 0; from < steps.lines(); from += steps.stretch()) {
      steps.judge(from, from + steps.stretch());
      progress.tell(steps.lines(), 0, steps.leftOut());
    }
    R report = steps.report();
    if (!order.dryRun()) {
      enter(steps, progress);
    }
    return report;
  }

  private static void enter(ImportSteps<?> steps, Progress progress) {
    long made = 0;
    for (long from = 0; from < steps.lines(); from += steps.stretch()) {
      made += steps.enter(from, from + steps.stretch());
      progress.tell(steps.lines(), made, steps.leftOut());
    }
  }
}
