package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Sort;
import org.grappe.query.View;
import org.grappe.query.Walk;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.Ref;

/** The memberships. */
@ApplicationScoped
class Memberships implements Repository<Membership, MembershipContent, MembershipView> {
  private static final String STATUS = "membership_status(m.\"from\", m.until, m.refused_on, :on)";

  /** An index has the names of organisations that have one whatever the day. */
  private static final String NAME =
      "{m.organisation_name|(select on_day(o.name, o.periods, 'name', :on) from organisations o"
          + " where o.id = m.organisation)}";

  private static final String COLUMNS =
      """
      m.id, m.version, m.created_at, m.updated_at, m.applied_on, m."from", m.until, m.refused_on,
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

  /** What has not begun, which few may see, and each condition on it; an index has just these. */
  private static final String UNDECIDED =
      "m.\"from\" is null and (:applications or m.cluster = any(:edited)) and ";

  private static final String NOT_REFUSED = "(m.refused_on is null or m.refused_on > :on)";

  private static final String NOT_ENDED = "(m.until is null or m.until > :on)";

  private static final String ACTIVE = "m.\"from\" <= :on and " + NOT_ENDED;

  private static final Map<MembershipStatus, List<String>> PARTS =
      Map.of(
          MembershipStatus.APPLIED,
          List.of(
              UNDECIDED + NOT_REFUSED + " and " + NOT_ENDED,
              "coalesce(m.\"from\", '-infinity'::date) > :on"),
          MembershipStatus.ACTIVE,
          List.of(ACTIVE),
          MembershipStatus.ENDED,
          List.of("m.until <= :on and " + NOT_REFUSED),
          MembershipStatus.REFUSED,
          List.of(UNDECIDED + "m.refused_on <= :on"));

  /** Who is a member on the day, as an index has them by the days on which they became one. */
  private static final String SINCE =
      """
      case when :descends then coalesce(m."from", '-infinity'::date)
        else coalesce(m."from", 'infinity'::date) end <= :on
      and m."from" <= :on and \
      """;

  static final Listing<MembershipView> LISTING =
      shared("/memberships")
          .shownInParts(
              "from",
              MembershipStatus.ACTIVE.name(),
              SINCE + "m.until is null",
              SINCE + "m.until > :on")
          .defaultFilter(ACTIVE)
          .sort("name", Sort.Kind.TEXT, NAME)
          .sortOptional("from", Sort.Kind.DATE, "m.\"from\"")
          .sortedBy("name");

  /** One organisation's whole story, past and to come, in order. */
  static final Listing<MembershipView> STORY =
      shared("/organisations/{organisation}/memberships")
          .sort("from", Sort.Kind.DATE, "coalesce(m.\"from\", m.applied_on)")
          .sortedBy("from");

  private final Records<Membership, MembershipContent, MembershipView> records;
  private final Callers callers;
  private final LateMemberships late;
  private final ContinuationRules continuations;
  private final ChainRules chain;
  private final MembershipPlace place;

  Memberships(
      RecordsFactory records,
      Callers callers,
      LateMemberships late,
      ContinuationRules continuations,
      ChainRules chain,
      MembershipPlace place) {
    this.records = records.of(this, Membership::new, MembershipContent.class, LISTING);
    this.callers = callers;
    this.late = late;
    this.continuations = continuations;
    this.chain = chain;
    this.place = place;
  }

  @Override
  public Records<Membership, MembershipContent, MembershipView> records() {
    return records;
  }

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
        .choiceInParts("status", MembershipStatus.class, STATUS, "What it is on the day.", PARTS)
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

  @Override
  public Owners owners(Membership membership) {
    return Owners.cluster(membership.content().cluster());
  }

  @Override
  public boolean isHidden(Membership membership) {
    return membership.isUndecided()
        && !callers.current().edits(List.of(membership.content().cluster()));
  }

  /** One that its cluster's merger ended is told so, and goes on in what followed. */
  @Override
  public Response create(MembershipContent body) {
    Membership membership = new Membership();
    Response made = records.create(membership, late.ended(null, body));
    return late.continueThrough(membership.id(), null, membership.content())
        .map(unmapped -> Response.fromResponse(made).entity(shown(membership, unmapped)).build())
        .orElse(made);
  }

  /** The same of one that is put right. */
  View changed(Membership membership, MergePatch patch) {
    MembershipContent before = membership.content();
    MembershipView view = records.change(membership, patch);
    return late.continueChanged(membership.id(), before, membership.content())
        .map(unmapped -> shown(membership, unmapped))
        .orElse(view);
  }

  /** As it is once it has gone on. */
  private View shown(Membership membership, List<Ref> unmapped) {
    MembershipView view = records.view(membership.id());
    return unmapped.isEmpty() ? view : new EnteredMembership(view, unmapped);
  }

  @Override
  public MembershipContent completed(MembershipContent before, MembershipContent next) {
    return late.ended(before, next);
  }

  @Override
  public void beforeSave(Membership membership, MembershipContent before) {
    continuations.check(membership.id(), membership.content(), before);
    if (before != null) {
      chain.check(membership.id(), before, membership.content());
    }
    place.check(membership.id(), membership.content());
  }

  Page<MembershipView> storyOf(String organisation) {
    UUID id = PathId.of(organisation);
    return records.pageOf(STORY, "m.organisation", "organisations", id);
  }
}
