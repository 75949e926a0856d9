package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.CredentialCheck;
import org.grappe.position.Head;
import org.grappe.position.Places;
import org.grappe.position.Positions;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The webhooks, of which each caller sees his own. */
@ApplicationScoped
class Webhooks implements Repository<Webhook, Webhook.Content, WebhookView> {
  static final Listing<WebhookView> LISTING =
      Listing.of(
              "/webhooks",
              WebhookView.class,
              Columns.of("w", WebhookView.class, "secret", "previousSecretUntil")
                  + """
                  , case when w.previous_secret_until > now() then w.previous_secret_until end
                    as previous_secret_until,
                  null::text as secret,
                  e.ids as clusters_id, e.names as clusters_name, e.slugs as clusters_slug\
                  """,
              """
              webhooks w
              left join lateral (
                select array_agg(u.id order by c.name, u.id) as ids,
                  array_agg(c.name order by c.name, u.id) as names,
                  array_agg(c.slug order by c.name, u.id) as slugs
                from unnest(w.clusters) u(id) left join clusters c on c.id = u.id) e on true\
              """)
          .plainRows()
          .withoutPast()
          .choice("status", WebhookStatus.class, "w.status", "How it stands.")
          .sort("createdAt", org.grappe.query.Sort.Kind.INSTANT, "w.created_at")
          .sortedBy("createdAt");

  private final Records<Webhook, Webhook.Content, WebhookView> records;
  private final Callers callers;
  private final CredentialCheck credentials;
  private final WebhookRules rules;
  private final WebhookStates states;
  private final Positions positions;
  private final Places places;

  Webhooks(
      RecordsFactory records,
      Callers callers,
      CredentialCheck credentials,
      WebhookRules rules,
      WebhookStates states,
      Positions positions,
      Places places) {
    this.records = records.of(this, Webhook::new, Webhook.Content.class, LISTING);
    this.callers = callers;
    this.credentials = credentials;
    this.rules = rules;
    this.states = states;
    this.positions = positions;
    this.places = places;
  }

  @Override
  public Records<Webhook, Webhook.Content, WebhookView> records() {
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

  /** Makes one, whose changes are those from now on; the answer alone tells the secret. */
  Response make(Webhook.Content content) {
    Caller caller = callers.current();
    String mark =
        credentials
            .mark(caller)
            .orElseThrow(() -> Problems.of(ProblemType.FORBIDDEN, "webhook.token"));
    Head head = positions.head();
    byte[] secret = SigningSecret.make();
    Webhook webhook = new Webhook(caller, mark, secret, places.at(head.epoch(), head.position()));
    webhook.takeSlot(states.freeSlot(webhook.owner()));
    Response made = records.create(webhook, content);
    return Response.fromResponse(made)
        .entity(((WebhookView) made.getEntity()).with(secret))
        .build();
  }

  @Override
  public void beforeSave(Webhook webhook, Webhook.Content before) {
    if (before != null) {
      states.requireGoingOn(webhook.id());
    }
    rules.check(webhook.content(), before);
  }

  /** Whoever is sent to has to say that he wants it, at each address. */
  @Override
  public void afterSave(Webhook webhook, Webhook.Content before) {
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
