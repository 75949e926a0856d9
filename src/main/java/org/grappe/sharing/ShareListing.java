package org.grappe.sharing;

import org.grappe.query.Dated;
import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** What can be asked of the shares of an event. */
final class ShareListing {
  private static final String STATUS = "share_status(s.accepted_on, s.refused_on, :on)";

  static final Listing<ShareView> LISTING =
      Listing.of(
              "/events/{event}/shares",
              ShareView.class,
              """
              s.id, s.version, s.created_at, s.updated_at, s.sources, s.statements, s.remarks,
              %1$s as status, case %1$s when 'REFUSED' then s.refused_on
                when 'ACCEPTED' then s.accepted_on else s.requested_on end as "on",
              c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug,
              k.id as convention_id, k.title as convention_name"""
                  .formatted(STATUS),
              """
              shares s join clusters c on c.id = s.cluster
              join conventions k on k.id = s.convention""")
          .temporal()
          .existsWhen("s.requested_on <= :on and coalesce(s.until, 'infinity') > :on")
          .choice("status", ShareStatus.class, STATUS, "What became of it.")
          .sort("name", Sort.Kind.TEXT, Dated.onDay("{c.name}"))
          .sortedBy("name");

  private ShareListing() {}
}
