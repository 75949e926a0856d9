package org.grappe.query;

import java.util.Locale;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** Parameters that are on or off. */
public final class Switches {
  private Switches() {}

  /**
   * Whether it is on; off where it is left out.
   *
   * @throws Problem {@code invalid-parameter} where it is neither
   */
  public static boolean on(String name, String text) {
    return switch (text == null ? "false" : text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problems.parameter(name, "parameter.boolean");
    };
  }
}
