package org.grappe.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.retry.Confidential;
import org.grappe.value.Ref;

/** A credential as it is answered. */
@RecordBuilder
@Schema(name = "Credential", description = "An API key, without the key itself.")
record CredentialView(
    UUID id,
    String name,
    Credential.Grade role,
    @Schema(description = "The clusters that an editor may edit.") List<Ref> clusters,
    @Schema(description = "From when it is no longer taken; absent if it does not expire.")
        Instant expiresAt,
    @Schema(description = "When it was last used, to the minute.") Instant lastUsedAt,
    @Schema(
            description =
                "The key itself, as it goes into `Authorization: Bearer`: in the answer to the POST"
                    + " that makes it, and never again.",
            examples = "grp_…")
        String secret,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View, Confidential {

  CredentialView with(String key) {
    return CredentialViewBuilder.builder(this).secret(key).build();
  }

  @Override
  public Object withoutSecret() {
    return with(null);
  }
}
