package org.grappe.imports;

/** That an import was cancelled, which is no fault of its own. */
final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Cancelled() {
    super("cancelled", null, false, false);
  }
}
