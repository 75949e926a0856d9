package org.grappe.value;

/** Part of a request's body with rules that need more than one field. */
public interface SelfValidating {

  /**
   * Adds every rule that is broken.
   *
   * @param at the JSON pointer of this part, empty for the body itself
   */
  void check(String at, Violations violations);
}
