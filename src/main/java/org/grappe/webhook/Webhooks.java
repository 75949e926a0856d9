package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.caller.Callers;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The webhooks, of which each caller sees his own. */
@ApplicationScoped
class Webhooks implements Repository<Webhook, WebhookContent, WebhookView> {
  private final Records<Webhook, WebhookContent, WebhookView> records;
  private final Callers callers;
  private final WebhookRules rules;
  private final WebhookStates states;

  Webhooks(RecordsFactory records, Callers callers, WebhookRules rules, WebhookStates states) {
    this.records = records.of(this, Webhook::new, WebhookContent.class, WebhookListing.LISTING);
    this.callers = callers;
    this.rules = rules;
    this.states = states;
  }

  @Override
  public Records<Webhook, WebhookContent, WebhookView> records() {
    return records;
  }

  /** Whoever sees it. */
  @Override
  public Owners owners(Webhook webhook) {
    return Owners.whoeverSees();
  }

  @Override
  public boolean isHidden(Webhook webhook) {
    return !webhook.isOf(callers.current());
  }

  @Override
  public Scope named(String id) {
    return new Scope(
        "w.id = :v and w.owner = :o",
        Map.of("v", PathId.of(id), "o", callers.current().author().key()));
  }

  @Override
  public Page<WebhookView> page() {
    return records.page(new Scope("w.owner = :v", callers.current().author().key()));
  }

  @Override
  public void beforeSave(Webhook webhook, WebhookContent before) {
    if (before != null) {
      states.requireGoingOn(webhook.id());
    }
    rules.check(webhook.content(), before);
  }

  /** Whoever is sent to has to say that he wants it, at each address. */
  @Override
  public void afterSave(Webhook webhook, WebhookContent before) {
    if (before == null) {
      states.challenge(webhook.id());
    } else if (!before.address().equals(webhook.content().address())) {
      states.begin(webhook.id());
    }
  }

  /** Gives it another secret, beside which the one before is valid for a while. */
  WebhookView rotate(Webhook webhook) {
    records.requireChange(webhook, owners(webhook));
    byte[] secret = SigningSecret.make();
    states.rotate(webhook.id(), secret);
    return records.view(webhook.id()).with(secret);
  }

  /** Has its receiver challenged, and go on where it stopped. */
  WebhookView challenge(Webhook webhook) {
    records.requireChange(webhook, owners(webhook));
    states.begin(webhook.id());
    return records.view(webhook.id());
  }
}
