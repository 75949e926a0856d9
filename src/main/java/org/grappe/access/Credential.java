package org.grappe.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.record.StoredRecord;
import org.grappe.value.References;

/** An API key: who has it may do what its role lets. */
@Entity
@Table(name = "credentials")
class Credential extends StoredRecord<Credential.Content> {
  @Embedded private Content content;

  @Column(updatable = false)
  private byte[] secretHash;

  /** The roles, by the names that {@link org.grappe.caller.Role} has for them. */
  @Schema(name = "CredentialRole")
  enum Grade {
    ADMIN,
    EDITOR,
    PARTNER
  }

  /**
   * A credential as a request writes it.
   *
   * @param name whose it is, or for what
   * @param clusters those that an editor may edit, with all that follow them by mergers
   * @param expiresAt the instant from which it is no longer taken; never where absent
   */
  @Embeddable
  @Schema(name = "NewCredential", description = "An API key as a request writes it.")
  record Content(
      @NotBlank @Size(max = 200) @Schema(examples = "Secretary of DigitalPlace") String name,
      @NotNull @Enumerated(EnumType.STRING) Grade role,
      @Size(max = 1000) @References(table = "clusters", by = "slug") List<UUID> clusters,
      Instant expiresAt) {}

  Credential() {}

  Credential(byte[] secretHash) {
    this.secretHash = secretHash.clone();
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
    content = next;
  }
}
