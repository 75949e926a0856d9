package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;

/** Takes up what is to be sent, for this instance and for a while. */
@ApplicationScoped
class DeliveryClaims {
  /** Whoever has not said again by then that he is at it has gone. */
  private static final String LEASE = "15 seconds";

  /** So many of one webhook are under way at once; one where its receiver fails. */
  private static final int EACH = 4;

  /** Of each record the oldest delivery alone. */
  private static final String DUE =
      """
      d.status = 'WAITING' and d.due_at <= clock_timestamp()
      and (d.claimed_until is null or d.claimed_until < clock_timestamp())
      and (d.kind = 'CHALLENGE') = (h.status = 'PENDING')
      and (d.record is null or not exists (
        select from webhook_deliveries e
        where e.webhook = d.webhook and e.record = d.record and e.status = 'WAITING' and e.seq < d.seq))\
      """;

  /**
   * Of one that fails, a single delivery: the one that somebody asked for, else the one that was
   * tried least, so that none that is never taken stands before all others.
   */
  private static final String CLAIM =
      """
      with hooks as materialized (
        select w.id, w.status, w.failing_since is not null and w.status = 'ACTIVE' as fails, (
            select count(*) from webhook_deliveries u
            where u.webhook = w.id and u.status = 'WAITING' and u.claim is not null
              and u.claimed_until >= clock_timestamp()) as busy
        from webhooks w
        where w.status in ('PENDING', 'ACTIVE')
          and (w.status = 'PENDING' or w.paused_until is null or w.paused_until <= clock_timestamp())),
      found as materialized (
        select h.id as webhook, h.fails or h.status = 'PENDING' as doubtful, d.id, d.due_at,
          h.busy + row_number() over (partition by h.id order by d.seq) as place
        from hooks h cross join lateral (
          (select d.id, d.due_at, d.seq from webhook_deliveries d
          where d.webhook = h.id and not h.fails and %1$s
          order by d.seq limit greatest(0, ? - h.busy))
          union all
          (select d.id, d.due_at, d.seq from webhook_deliveries d
          where d.webhook = h.id and h.fails and h.busy = 0 and %1$s
          order by d.urgent desc, d.attempts, d.seq limit 1)) d),
      due as materialized (
        select f.id, f.doubtful from (
          select f.*, row_number() over (partition by f.doubtful order by f.place, f.due_at) as turn from found f) f
        where not f.doubtful or f.turn <= ?
        order by f.place, f.due_at limit ?),
      mine as (
        select d.id from webhook_deliveries d
        where d.id in (select id from due) and d.status = 'WAITING' and d.due_at <= clock_timestamp()
          and (d.claimed_until is null or d.claimed_until < clock_timestamp())
        for update skip locked)
      update webhook_deliveries d
      set claim = gen_random_uuid(), claimed_until = clock_timestamp() + ?::interval, attempts = d.attempts + 1,
        urgent = false, last_attempt_at = clock_timestamp(),
        first_attempt_at = coalesce(d.first_attempt_at, clock_timestamp())
      from mine join due on due.id = mine.id where d.id = mine.id
      returning d.id, d.webhook, d.kind, d.cursor, d.claim, d.attempts, due.doubtful"""
          .formatted(DUE);

  private final Database database;

  DeliveryClaims(Database database) {
    this.database = database;
  }

  /**
   * Takes up what is due: of each webhook some, of each record the first alone, past what others
   * take up at the same time. Who has least under way comes first.
   *
   * @param most of all
   * @param doubtful so many of them to receivers of which it is not known that they take anything
   */
  List<Claim> claim(int most, int doubtful) {
    return database.all(CLAIM, Claim::read, List.of(EACH, doubtful, most, LEASE));
  }

  /** Says that this instance is still at it; to be said several times while claims last. */
  void renew(List<UUID> claims) {
    if (!claims.isEmpty()) {
      database.change(
          """
          update webhook_deliveries set claimed_until = clock_timestamp() + ?::interval
          where claim = any(?) and claim is not null and status = 'WAITING'""",
          LEASE,
          claims);
    }
  }
}
