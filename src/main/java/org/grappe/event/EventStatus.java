package org.grappe.event;

/** What an event is on a day: the first that fits. */
public enum EventStatus {
  CANCELLED,
  PAST,
  PLANNED
}
