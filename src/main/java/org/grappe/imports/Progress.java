package org.grappe.imports;

/** How far an import is. */
public interface Progress {
  /** One that nobody follows, because it is answered at once. */
  Progress UNTOLD = (lines, made, leftOut) -> {};

  /**
   * Tells it; thrown out of here, an import ends and nothing of it stays.
   *
   * @param lines how many were read
   */
  void tell(long lines, long made, long leftOut);
}
