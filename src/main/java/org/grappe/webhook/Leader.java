package org.grappe.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.CredentialCheck;
import org.grappe.database.Database;
import org.grappe.position.FeedPlaces;
import org.grappe.position.Head;
import org.grappe.position.Positions;

/**
 * Follows the feed for each webhook, one instance at a time, and puts into the queue what is to be
 * sent: no more than there is room for, for what is further on waits where it is.
 */
@ApplicationScoped
class Leader {
  /** So many portions are looked at for one webhook in its turn, a transaction each. */
  private static final int PORTIONS = 20;

  private final Database database;
  private final Positions positions;
  private final FeedPlaces places;
  private final CredentialCheck credentials;
  private final Queue queue;
  private final Intake intake;
  private final WebhookConfig config;

  Leader(
      Database database,
      Positions positions,
      FeedPlaces places,
      CredentialCheck credentials,
      Queue queue,
      Intake intake,
      WebhookConfig config) {
    this.database = database;
    this.positions = positions;
    this.places = places;
    this.credentials = credentials;
    this.queue = queue;
    this.intake = intake;
    this.config = config;
  }

  /** Takes all webhooks on, as far as the head goes; answers whether anything was to be done. */
  boolean lead(Head head) {
    List<UUID> behind = behind(head);
    if (behind.isEmpty()) {
      return false;
    }
    places.flush(head.position());
    behind.forEach(webhook -> lead(webhook, head.position()));
    return true;
  }

  /** Whoever is sent to waits for a portion at most, and not for all. */
  private void lead(UUID webhook, long flushed) {
    boolean goesOn = true;
    for (int i = 0; i < PORTIONS && goesOn; i++) {
      goesOn = QuarkusTransaction.requiringNew().call(() -> leads() && take(webhook, flushed));
    }
  }

  private List<UUID> behind(Head head) {
    return database.all(
        """
        select w.id from webhooks w
        where w.status = 'ACTIVE' and (w.epoch <> ? or w.position <> ?) and ? > (
          select count(*) from webhook_deliveries d where d.webhook = w.id and d.status = 'WAITING')
        order by w.position""",
        row -> row.getObject(1, UUID.class),
        List.of(head.epoch(), head.position(), config.queue()));
  }

  /** By a statement of its own: what follows it sees what the leader before has written. */
  private boolean leads() {
    return database
        .one(
            "select pg_try_advisory_xact_lock(hashtextextended('webhooks', 56))",
            row -> row.getBoolean(1))
        .orElseThrow();
  }

  /**
   * The leader before may have come further than the head that is known here: it is asked anew.
   * Answers whether there is more to be done for this webhook at once.
   */
  private boolean take(UUID webhook, long flushed) {
    Head head = positions.head();
    return queue.held(webhook).map(subscription -> take(subscription, head, flushed)).orElse(false);
  }

  private boolean take(Subscription subscription, Head head, long flushed) {
    Optional<Caller> caller =
        credentials
            .bearer(subscription.credential(), subscription.mark())
            .filter(Subscription::mayHaveOne);
    if (caller.isEmpty()) {
      queue.end(subscription.id(), WebhookEndReason.CREDENTIAL_ENDED);
    } else if (places.isGone(subscription.place(), head)) {
      intake.tellGone(subscription, head);
    } else {
      return intake.fill(
          subscription, caller.get(), head.epoch(), Math.min(flushed, head.position()));
    }
    return false;
  }
}
