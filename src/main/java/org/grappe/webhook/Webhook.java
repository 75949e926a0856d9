package org.grappe.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.caller.Caller;
import org.grappe.position.Place;
import org.grappe.record.StoredRecord;
import org.grappe.value.References;

/**
 * Where changes are sent to, of which kinds, and for whom. What becomes of it while it is sent to
 * is written by statements of their own ({@link WebhookStates}).
 */
@Entity
@Table(name = "webhooks")
class Webhook extends StoredRecord<Webhook.Content> {
  @Embedded private Content content;

  @Column(updatable = false)
  private String owner;

  @Column(updatable = false)
  private UUID credential;

  @Column(updatable = false)
  private String markHash;

  @Column(updatable = false)
  private int slot;

  @Column(updatable = false)
  private byte[] secret;

  @Column(updatable = false)
  private String epoch;

  @Column(updatable = false)
  private long position;

  @Column(updatable = false)
  private long fingerprint;

  /**
   * A webhook as a request writes it.
   *
   * @param types the kinds of records; all where there are none
   * @param clusters only what belongs to one of them, before or after a change; all where none
   */
  @Embeddable
  @Schema(name = "NewWebhook", description = "A webhook as a request writes it.")
  record Content(
      @NotBlank @Size(max = 2000) @Schema(format = "uri", examples = "https://example.org/grappe")
          String address,
      @Size(max = 100) @Schema(examples = "[\"MEMBERSHIP\", \"CLUSTER\"]")
          List<@Size(max = 40) String> types,
      @Size(max = 100) @References(table = "clusters", by = "slug", deletable = true)
          List<UUID> clusters,
      @Size(max = 1000) String description) {}

  Webhook() {}

  /** One of this caller, who is told from now on. */
  Webhook(Caller caller, String mark, byte[] secret, Place now) {
    this.owner = caller.author().key();
    this.credential = caller.author().id();
    this.markHash = mark;
    this.secret = secret.clone();
    this.epoch = now.epoch();
    this.position = now.position();
    this.fingerprint = now.fingerprint();
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
    content = next;
  }

  boolean isOf(Caller caller) {
    return owner.equals(caller.author().key());
  }

  String owner() {
    return owner;
  }

  void takeSlot(int free) {
    slot = free;
  }
}
