package org.grappe.organisation;

import org.grappe.query.Walk;

/** Ways to the organisations of a region and to the members of a cluster. */
final class OrganisationWalks {
  static final Walk OF_REGION =
      Walk.of("region", "name", "organisations o", "o.region = one.id", "o.name", "o.id").forOne();

  static final Walk OF_CLUSTER =
      Walk.of(
              "memberOf",
              "name",
              "memberships m left join organisations o on o.id = m.organisation",
              """
              m.cluster = one.id and m.organisation_name is not null
              and m."from" <= :on and (m.until is null or m.until > :on)\
              """,
              "m.organisation_name",
              "m.organisation")
          .forOne()
          .toUndated()
          .living("coalesce(last_day(one.dissolved_on) > :on, true)");

  private OrganisationWalks() {}
}
