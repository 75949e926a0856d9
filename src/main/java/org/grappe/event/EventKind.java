package org.grappe.event;

/** What kind of event it is. */
public enum EventKind {
  CONFERENCE,
  WORKSHOP,
  GENERAL_ASSEMBLY,
  FAIR,
  LAUNCH,
  PRESS_CONFERENCE,
  OTHER
}
