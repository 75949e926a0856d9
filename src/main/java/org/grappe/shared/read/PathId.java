package org.grappe.shared.read;

import java.util.UUID;
import org.grappe.shared.Slugs;
import org.grappe.shared.problem.Problems;

/** The id in an address. */
public final class PathId {
  private PathId() {}

  /**
   * Reads it.
   *
   * @throws org.grappe.shared.problem.Problem {@code invalid-parameter} if it is none
   */
  public static UUID of(String text) {
    return Slugs.id(text).orElseThrow(() -> Problems.parameter("id", "parameter.id", text));
  }
}
