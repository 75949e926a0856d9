package org.grappe.event;

/** What became of the wish to share an event, on a day. */
enum ShareStatus {
  REQUESTED,
  ACCEPTED,
  REFUSED
}
