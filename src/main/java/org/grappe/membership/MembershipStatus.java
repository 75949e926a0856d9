package org.grappe.membership;

/** What a membership is on a day: the first that fits. */
enum MembershipStatus {
  REFUSED,
  ENDED,
  ACTIVE,
  APPLIED
}
