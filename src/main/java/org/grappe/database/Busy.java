package org.grappe.database;

/**
 * Somebody holds what this transaction needs, and it did not wait for it: nothing of it stays, and
 * {@link Attempts} begins it anew a little later.
 */
public final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Busy() {
    // no fault, so nobody asks where it came from
    super("held by another transaction", null, false, false);
  }
}
