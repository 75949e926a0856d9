package org.grappe.query;

import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.value.Slugs;

/** The id in an address. */
public final class PathId {
  private PathId() {}

  /**
   * Reads it.
   *
   * @throws org.grappe.problem.Problem {@code invalid-parameter} if it is none
   */
  public static UUID of(String text) {
    return Slugs.id(text).orElseThrow(() -> Problems.parameter("id", "parameter.id", text));
  }
}
