package org.grappe.value;

import java.math.BigDecimal;

/** How large a number may be. */
public final class Numbers {
  private static final int DIGITS_BEFORE = 18;
  private static final int DIGITS_AFTER = 30;

  private Numbers() {}

  /**
   * Whether a number has at most 18 digits before its point and 30 after it; asked before anything
   * computes with it, for an exponent alone can make it larger than the memory.
   */
  public static boolean isBounded(BigDecimal value) {
    return Math.abs((long) value.scale()) <= DIGITS_AFTER
        && value.precision() - (long) value.scale() <= DIGITS_BEFORE;
  }

  /** Whether a number is a whole one that 32 bits hold, however it is written: {@code 5.0} is. */
  public static boolean isInteger(BigDecimal value) {
    if (!isBounded(value)) {
      return false;
    }
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0
        && plain.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
        && plain.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }
}
