package org.grappe.subsidy;

/** What a line is on a day: what its latest step says, or that all of it is paid. */
enum SubsidyStatus {
  REPORTED,
  ANNOUNCED,
  BUDGETED,
  VOTED,
  AGREED,
  CANCELLED,
  PAID
}
