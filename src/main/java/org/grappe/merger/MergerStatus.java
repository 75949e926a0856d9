package org.grappe.merger;

/** What a merger is on a day: the first that fits. */
enum MergerStatus {
  EFFECTIVE,
  ABANDONED,
  REJECTED,
  APPROVED,
  ANNOUNCED
}
