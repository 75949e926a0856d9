package org.grappe.registration;

/** Whether an organisation has its places at an event. */
enum RegistrationStatus {
  CONFIRMED,
  WAITING,
  CANCELLED
}
