package org.grappe.convention;

/** What a convention is on a day: the first that fits. */
enum ConventionStatus {
  ENDED,
  IN_FORCE,
  SIGNED,
  DRAFTED
}
