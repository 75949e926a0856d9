package org.grappe.query;

import org.grappe.problem.Problem;

/** Parameters that are on or off. */
public final class Switches {
  private Switches() {}

  /**
   * Whether it is on; off where it is left out.
   *
   * @throws Problem {@code invalid-parameter} where it is neither
   */
  public static boolean on(String name, String text) {
    return text != null && ParameterText.read(name, text, ParameterText::bool);
  }
}
