package org.grappe.testing;

/** How much is tried: all of it with {@code -Pthorough}, less of the same kind in a usual run. */
public final class Effort {
  public static final boolean THOROUGH = Boolean.getBoolean("tests.thorough");

  private Effort() {}

  public static int of(int thorough, int usual) {
    return THOROUGH ? thorough : usual;
  }

  /**
   * Whether the n-th of many alike is tried, where a usual run tries one in so many, spread over
   * all of them whatever their rhythm.
   */
  public static boolean tries(int n, int oneIn) {
    return THOROUGH || ((n * 0x9E37_79B1) >>> 16) % oneIn == 0;
  }
}
