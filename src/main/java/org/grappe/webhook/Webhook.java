package org.grappe.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.position.Place;
import org.grappe.record.StoredRecord;

/**
 * Where changes are sent to, of which kinds, and for whom. What becomes of it while it is sent to
 * is written by statements of their own ({@link WebhookStates}).
 */
@Entity
@Table(name = "webhooks")
class Webhook extends StoredRecord<WebhookContent> {
  @Embedded private WebhookContent content;

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
  public WebhookContent content() {
    return content;
  }

  @Override
  protected void write(WebhookContent next) {
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
