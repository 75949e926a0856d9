package org.grappe.value;

/** Whether what lasts from one day to before another holds on a day: the first that fits. */
public enum PeriodStatus {
  ENDED,
  ACTIVE,
  PLANNED
}
