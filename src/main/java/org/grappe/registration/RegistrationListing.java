package org.grappe.registration;

import org.grappe.query.Columns;
import org.grappe.query.Listing;

/** What can be asked of the registrations for an event. */
final class RegistrationListing {
  static final Listing<RegistrationView> LISTING =
      Listing.of(
              "/events/{event}/registrations",
              RegistrationView.class,
              Columns.of("r", RegistrationView.class, "position")
                  + """
                  , w.position, o.id as organisation_id, {o.name} as organisation_name,
                  m.id as membership_id, {c.name} as membership_name, c.slug as membership_slug\
                  """,
              """
              registrations r
              join organisations o on o.id = r.organisation
              left join memberships m on m.id = r.membership
              left join clusters c on c.id = m.cluster
              left join lateral (
                select count(*)::int as position from registrations w
                where r.status = 'WAITING' and w.event = r.event and w.status = 'WAITING'
                  and (w.created_at, w.id) <= (r.created_at, r.id)
                having bool_or(w.id = r.id)) w on true\
              """)
          .choice("status", RegistrationStatus.class, "r.status", "Whether it has places.")
          .reference("organisation", "r.organisation = :v", "The organisation's id.")
          .sortedBy("createdAt");

  private RegistrationListing() {}
}
