package org.grappe.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.retry.Confidential;
import org.grappe.value.Ref;

/** A webhook as it is answered. */
@RecordBuilder
@Schema(name = "Webhook", description = "Where changes are sent to, without the secret.")
record WebhookView(
    UUID id,
    String address,
    List<String> types,
    List<Ref> clusters,
    String description,
    @Schema(description = "How it stands.") WebhookStatus status,
    @Schema(description = "Why it has ended.") WebhookEndReason endReason,
    @Schema(
            description =
                "What deliveries are signed with: in the answer to the POST that makes it, and"
                    + " never again.",
            examples = "whsec_…")
        String secret,
    @Schema(description = "Until when the secret before this one signs, too.")
        Instant previousSecretUntil,
    @Schema(description = "Since when no delivery has been taken; absent while they are.")
        Instant failingSince,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View, Confidential {

  WebhookView with(byte[] key) {
    return WebhookViewBuilder.builder(this)
        .secret(key == null ? null : SigningSecret.text(key))
        .build();
  }

  @Override
  public Object withoutSecret() {
    return with(null);
  }
}
