package org.grappe.value;

import java.util.List;
import java.util.stream.Stream;

/** The names that a thing has had. */
public final class Names {
  private Names() {}

  /**
   * The other names after a change.
   *
   * @param former the name until now; null for a new record
   */
  public static List<String> keeping(String former, String name, List<String> others) {
    boolean changed = former != null && !former.equals(name) && !others.contains(former);
    return changed ? Stream.concat(others.stream(), Stream.of(former)).toList() : others;
  }
}
