package org.grappe.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a delivery tells. */
@Schema(name = "DeliveryKind")
enum DeliveryKind {
  CHANGE,
  CHALLENGE,
  CURSOR_GONE
}
