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
  private Step within;

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
      within = step;
      endAct();
    } else if (records.size() >= limit && stop == Long.MAX_VALUE) {
      stop = step.last();
    }
  }

  private void endAct() {
    cut = stop == within.last() ? within.commit() : -1;
  }

  /** Whether it ends within a long act, of which there may be nothing more for the caller. */
  boolean isWithinAct() {
    return isFull() && within != null && stop < within.last();
  }

  /** Goes past what has nothing for the caller, to the end of that act at most. */
  void pass(long upTo) {
    stop = upTo;
    end = upTo;
    endAct();
  }

  /** The last position of the act that it ends within. */
  long lastOfAct() {
    return within.last();
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
