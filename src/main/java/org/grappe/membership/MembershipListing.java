package org.grappe.membership;

import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.Walk;

/** How memberships are read, and what can be asked of them. */
final class MembershipListing {
  private static final String STATUS = "membership_status(m.\"from\", m.until, m.refused_on, :on)";

  /** An index has the names of organisations that have one whatever the day. */
  private static final String NAME =
      "{m.organisation_name|(select on_day(o.name, o.periods, 'name', :on) from organisations o"
          + " where o.id = m.organisation)}";

  private static final String COLUMNS =
      """
      m.id, case when :alone and m.until is not null and not (:admin or m.cluster = any(:edited))
        then coalesce(told_version('memberships', m.id, :applications), m.version)
        else m.version end as version,
      m.created_at, m.updated_at, m.applied_on, m."from", m.until, m.refused_on,
      coalesce(m.continued, true) as continued,
      case when :admin or m.cluster = any(:edited) then m.end_reason end as end_reason, %s as status,
      case when m.continues = '{}' then m."from" else member_since(m.id, m."from") end
        as member_since,
      p.ids as continues_id, p.names as continues_name, p.slugs as continues_slug, m.sources, m.statements, m.remarks,
      c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug,
      m.organisation as organisation_id,
      %s as organisation_name,
      k.id as college_id, k.name as college_name\
      """
          .formatted(STATUS, NAME);

  private static final String DETAILS =
      """
      join clusters c on c.id = m.cluster
      left join colleges k on k.id = m.college
      left join lateral (
        select array_agg(p.id order by p."from", p.id) as ids,
          array_agg({pc.name} order by p."from", p.id) as names,
          array_agg(pc.slug order by p."from", p.id) as slugs
        from memberships p join clusters pc on pc.id = p.cluster
        where m.continues <> '{}' and p.id = any(m.continues)) p on true\
      """;

  static final Listing<MembershipView> ALL =
      shared("/memberships")
          .pastAmongTodays()
          .foundInHistory("cluster", "organisation")
          .shownInParts(
              "from",
              MembershipStatus.ACTIVE.name(),
              MembershipParts.SINCE + "m.until is null",
              MembershipParts.SINCE + "m.until > :on")
          .defaultFilter(MembershipParts.ACTIVE)
          .sort("name", Sort.Kind.TEXT, NAME)
          .sortOptional("from", Sort.Kind.DATE, "m.\"from\"")
          .sortedBy("name");

  /** One organisation's whole story, past and to come, in order. */
  static final Listing<MembershipView> STORY =
      shared("/organisations/{organisation}/memberships")
          .sort("from", Sort.Kind.DATE, "coalesce(m.\"from\", m.applied_on)")
          .sortedBy("from");

  private MembershipListing() {}

  /** Undecided and refused applications are not public. */
  private static Listing<MembershipView> shared(String path) {
    return Listing.of(path, MembershipView.class, COLUMNS, "memberships m")
        .dressedWith(DETAILS)
        .direct()
        .dated("m.organisation_name is not null", "m.organisation_name is null")
        .temporal()
        .visibleWhen("m.\"from\" is not null or :applications or m.cluster = any(:edited)")
        .lineage("clusters", "cluster", "m.cluster %s", "The cluster, by slug or id.")
        .reference("organisation", "m.organisation = :v", "The organisation's id.")
        .reference("college", "m.college = :v", "The college's id.")
        .gathered("cluster", "name")
        .gathered("college", "name")
        .choiceInParts(
            "status", MembershipStatus.class, STATUS, "What it is on the day.", MembershipParts.ALL)
        .walk(
            Walk.of(
                    "cluster",
                    "name",
                    "memberships m",
                    "m.cluster = one.id",
                    "m.organisation_name",
                    "m.id")
                .living(
                    "coalesce(last_day(one.dissolved_on) > :on, true)",
                    MembershipStatus.ACTIVE.name()));
  }
}
