package org.grappe.testing;

/** How much is tried: all of it with {@code -Pthorough}, less of the same kind in a usual run. */
public final class Effort {
  public static final boolean THOROUGH = Boolean.getBoolean("tests.thorough");

  private Effort() {}

  public static int of(int thorough, int usual) {
    return THOROUGH ? thorough : usual;
  }
}
