package org.grappe.webhook;

import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** What can be asked of webhooks. */
final class WebhookListing {
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
                select array_agg(u.id order by {c.name}, u.id) as ids,
                  array_agg({c.name} order by {c.name}, u.id) as names,
                  array_agg(c.slug order by {c.name}, u.id) as slugs
                from unnest(w.clusters) u(id) left join clusters c on c.id = u.id) e on true\
              """)
          .plainRows()
          .withoutPast()
          .choice("status", WebhookStatus.class, "w.status", "How it stands.")
          .sort("createdAt", Sort.Kind.INSTANT, "w.created_at")
          .sortedBy("createdAt");

  private WebhookListing() {}
}
