package org.grappe.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a webhook has ended. */
@Schema(name = "WebhookEndReason")
enum WebhookEndReason {
  /** Nobody answered the challenge for a day. */
  CHALLENGE_UNANSWERED,
  /** The receiver answered 410. */
  RECEIVER_GONE,
  /** The credential is taken no longer, or its role may have no webhook any more. */
  CREDENTIAL_ENDED
}
