package org.grappe.webhook;

import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** What can be asked of the deliveries of a webhook. */
final class DeliveryListing {
  static final Listing<DeliveryView> LISTING =
      Listing.of(
              "/webhooks/{webhook}/deliveries",
              DeliveryView.class,
              Columns.of("d", DeliveryView.class, "nextAttemptAt", "version")
                  + """
                  , case when d.status = 'WAITING' and w.status <> 'SUSPENDED' then
                    case when d.kind = 'CHALLENGE' then d.due_at else greatest(d.due_at, w.paused_until) end
                  end as next_attempt_at,
                  d.attempts::bigint as version\
                  """,
              "webhook_deliveries d join webhooks w on w.id = d.webhook")
          .plainRows()
          .withoutPast()
          .choice("status", DeliveryStatus.class, "d.status", "How it stands.")
          .choice("kind", DeliveryKind.class, "d.kind", "What it tells.")
          .sort("createdAt", Sort.Kind.INSTANT, "d.created_at")
          .sortedBy("-createdAt");

  private DeliveryListing() {}
}
