package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;

/** What waits to be sent, by whichever instance takes it first. */
@ApplicationScoped
class Queue {
  /** Whoever has not told by then how it went, has gone; a receiver has less time. */
  private static final int CLAIM_SECONDS = 30;

  /** So many of one webhook are under way at once; one where its receiver fails. */
  private static final int EACH = 4;

  private final Database database;
  private final WebhookConfig config;

  Queue(Database database, WebhookConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Whether there is anything to do at all. */
  boolean isWanted() {
    return database
        .one(
            "select exists (select from webhooks where status in ('PENDING', 'ACTIVE'))",
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /**
   * Takes up what is due: of each webhook some, of each record the first alone, past what others
   * take up at the same time.
   *
   * @param most of all
   */
  List<Claim> claim(int most) {
    return database.all(
        """
        with due as materialized (
          select d.id, d.due_at
          from webhooks w cross join lateral (
            select d.id, d.due_at from webhook_deliveries d
            where d.webhook = w.id and d.status = 'WAITING' and d.due_at <= clock_timestamp()
              and (d.claimed_until is null or d.claimed_until < clock_timestamp())
              and (d.kind = 'CHALLENGE') = (w.status = 'PENDING')
              and (d.record is null or not exists (
                select from webhook_deliveries e
                where e.webhook = d.webhook and e.record = d.record and e.status = 'WAITING' and e.seq < d.seq))
            order by d.seq
            limit greatest(0, case when w.failing_since is null then ? else 1 end - (
              select count(*) from webhook_deliveries u
              where u.webhook = w.id and u.status = 'WAITING' and u.claimed_until >= clock_timestamp()))) d
          where w.status in ('PENDING', 'ACTIVE')
          order by d.due_at limit ?),
        mine as (
          select d.id from webhook_deliveries d
          where d.id in (select id from due) and d.status = 'WAITING'
            and (d.claimed_until is null or d.claimed_until < clock_timestamp())
          for update skip locked)
        update webhook_deliveries d
        set claim = gen_random_uuid(), claimed_until = clock_timestamp() + ?::interval, attempts = d.attempts + 1,
          last_attempt_at = clock_timestamp(), first_attempt_at = coalesce(d.first_attempt_at, clock_timestamp())
        from mine where d.id = mine.id
        returning d.id, d.webhook, d.kind, d.cursor, d.claim, d.attempts""",
        Claim::read,
        List.of(EACH, most, config.timeout().plusSeconds(CLAIM_SECONDS).toString()));
  }

  /** The webhook of a claim, as it is now; none where it is not sent to any more. */
  Optional<Subscription> subscription(Claim claim) {
    return database.one(
        "select " + Subscription.COLUMNS + " from webhooks w where w.id = ? and w.status = ?",
        Subscription::read,
        claim.webhook(),
        claim.kind() == DeliveryKind.CHALLENGE ? WebhookStatus.PENDING : WebhookStatus.ACTIVE);
  }

  /** Forgets one of which nothing is told: nobody is to learn that there was anything. */
  void withhold(Claim claim) {
    database.change(
        "delete from webhook_deliveries where id = ? and claim = ?",
        claim.delivery(),
        claim.claim());
  }

  /** Ends a webhook; nothing of it waits any more. */
  void end(UUID webhook, WebhookEndReason reason) {
    database.change(
        """
        with ended as (
          update webhooks set status = 'ENDED', end_reason = ?, ended_at = clock_timestamp(), failing_since = null
          where id = ? and status <> 'ENDED' returning id)
        update webhook_deliveries d
        set status = 'FAILED', ended_at = clock_timestamp(), claim = null, claimed_until = null
        from ended e where d.webhook = e.id and d.status = 'WAITING'""",
        reason,
        webhook);
  }

  /** Deletes what has been over for long, and what is more of one webhook than anybody reads. */
  void forget() {
    database.change(
        """
        delete from webhook_deliveries d where d.status <> 'WAITING' and d.ended_at < now() - interval '7 days'""");
    database.change(
        """
        delete from webhook_deliveries d using (
          select w.id, (
            select k.created_at from webhook_deliveries k where k.webhook = w.id and k.status <> 'WAITING'
            order by k.created_at desc offset 1000 limit 1) as last
          from webhooks w) older
        where d.webhook = older.id and d.status <> 'WAITING' and d.created_at <= older.last""");
    database.change("delete from webhooks where ended_at < now() - interval '30 days'");
  }
}
