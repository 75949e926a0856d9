package org.grappe.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a webhook stands. */
@Schema(name = "WebhookStatus")
enum WebhookStatus {
  /** Its receiver has not answered the challenge yet. */
  PENDING,
  ACTIVE,
  /** Its receiver took nothing for days; it goes on where it stopped once that is asked for. */
  SUSPENDED,
  ENDED
}
