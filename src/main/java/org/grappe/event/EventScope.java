package org.grappe.event;

/** For whom an event is meant; what is local is never shared. */
public enum EventScope {
  LOCAL,
  REGIONAL,
  NATIONAL,
  INTERNATIONAL
}
