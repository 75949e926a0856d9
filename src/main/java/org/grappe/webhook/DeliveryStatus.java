package org.grappe.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a delivery stands. */
@Schema(name = "DeliveryStatus")
enum DeliveryStatus {
  WAITING,
  DELIVERED,
  FAILED
}
