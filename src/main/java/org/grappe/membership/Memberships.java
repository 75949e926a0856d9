package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.caller.Callers;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.View;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.value.Ref;

/** The memberships. */
@ApplicationScoped
class Memberships implements Repository<Membership, MembershipContent, MembershipView> {
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
    this.records =
        records.of(this, Membership::new, MembershipContent.class, MembershipListing.ALL);
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
    return late.continueThrough(membership, null)
        .map(unmapped -> Response.fromResponse(made).entity(shown(membership, unmapped)).build())
        .orElse(made);
  }

  /** The same of one that is put right. */
  View changed(Membership membership, MergePatch patch) {
    MembershipContent before = membership.content();
    MembershipView view = records.change(membership, patch);
    return late.continueChanged(membership, before)
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
    membership.found(place.check(membership.id(), membership.content()));
  }

  Page<MembershipView> storyOf(String organisation) {
    UUID id = PathId.of(organisation);
    return records.pageOf(MembershipListing.STORY, "m.organisation", "organisations", id);
  }
}
