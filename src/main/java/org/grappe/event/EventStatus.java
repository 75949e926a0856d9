package org.grappe.event;

/** What an event is on a day: the first that fits. */
enum EventStatus {
  CANCELLED,
  PAST,
  PLANNED
}
