package org.grappe.sharing;

/** What became of the wish to share an event, on a day. */
enum ShareStatus {
  REQUESTED,
  ACCEPTED,
  REFUSED
}
