package org.grappe.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The steps of a page, and where it ends: never within an act of up to a thousand rows. */
final class Window {
  private final int limit;
  private final List<Step> steps = new ArrayList<>();
  private final Set<UUID> records = new HashSet<>();
  private long stop = Long.MAX_VALUE;
  private long end;
  private long cut = -1;

  Window(int limit, long after) {
    this.limit = limit;
    this.end = after;
  }

  /** Takes what was found up to a position. */
  void take(List<Step> found, long scanned) {
    for (Step step : found) {
      if (step.position() > stop) {
        break;
      }
      take(step);
    }
    end = Math.min(scanned, stop);
  }

  private void take(Step step) {
    steps.add(step);
    records.add(step.id());
    if (step.size() > Steps.PORTION) {
      long piece = (step.position() - step.first()) / Steps.PORTION + 1;
      stop = Math.min(stop, Math.min(step.last(), step.first() - 1 + piece * Steps.PORTION));
      cut = stop == step.last() ? step.commit() : -1;
    } else if (records.size() >= limit && stop == Long.MAX_VALUE) {
      stop = step.last();
    }
  }

  /** Whether it is known where the page ends. */
  boolean isDecided() {
    return stop != Long.MAX_VALUE;
  }

  boolean isFull() {
    return end == stop;
  }

  /** The position behind which the next page begins. */
  long end() {
    return end;
  }

  List<Step> steps() {
    return steps;
  }

  /** The act that came in several pages and ends with this one; negative for none. */
  long cutAct() {
    return isFull() ? cut : -1;
  }
}
