package org.grappe.imports;

/** How an import stands: it is waiting or under way, or it is over and this is how it ended. */
public enum ImportStatus {
  WAITING,
  RUNNING,
  COMPLETED,
  REFUSED,
  CANCELLED,
  FAILED
}
