package org.grappe.icalendar;

/**
 * What may go into the zones that a file defines under names of its own: some hundreds of them,
 * each in a year, are followed, and no more, for a small file can tell what takes hours.
 */
final class ZoneEffort {
  private static final int MOST = 50_000;

  private int left = MOST;

  /** Whether so much is left, which is then spent. */
  boolean suffices(int effort) {
    if (effort > left) {
      return false;
    }
    left -= effort;
    return true;
  }
}
