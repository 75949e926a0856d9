package org.grappe.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** How much is tried: all of it with {@code -Pthorough}, less of the same kind in a usual run. */
public final class Effort {
  public static final boolean THOROUGH = Boolean.getBoolean("tests.thorough");

  private Effort() {}

  public static int of(int thorough, int usual) {
    return THOROUGH ? thorough : usual;
  }

  /** Which of many alike are tried changes from day to day; {@code -Dtests.turn} says of which. */
  private static int turn() {
    return Integer.getInteger("tests.turn", (int) LocalDate.now(ZoneOffset.UTC).toEpochDay());
  }

  /**
   * Whether the n-th of many alike is tried: half of them with {@code -Pthorough}, the others on
   * the next day; in a usual run one in so many. They are spread over all, whatever their rhythm.
   */
  public static boolean tries(int n, int oneIn) {
    return Math.floorMod(((n * 0x9E37_79B1) >>> 16) + turn(), THOROUGH ? 2 : oneIn) == 0;
  }
}
