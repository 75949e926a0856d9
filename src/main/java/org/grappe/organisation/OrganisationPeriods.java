package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.period.Timeline;
import org.grappe.period.Transition;
import org.grappe.problem.Problems;
import org.grappe.query.PathId;
import org.grappe.record.ClusterLocks;
import org.grappe.record.Records;
import org.grappe.value.Ids;
import org.grappe.value.Violations;

/** Changes of organisations in the world: entered, put right, taken back. */
@ApplicationScoped
class OrganisationPeriods {
  private final Organisations organisations;
  private final NumberRights numberRights;
  private final ClusterLocks locks;
  private final Ids ids;

  OrganisationPeriods(
      Organisations organisations, NumberRights numberRights, ClusterLocks locks, Ids ids) {
    this.organisations = organisations;
    this.numberRights = numberRights;
    this.locks = locks;
    this.ids = ids;
  }

  private Records<Organisation, OrganisationContent, OrganisationView> records() {
    return organisations.records();
  }

  /** Takes up a change. */
  OrganisationView enter(Organisation entry, OrganisationTransition transition) {
    begin(entry);
    Transition change = transition.from(records().today());
    Violations violations = new Violations();
    transition.checkSiret(entry.timeline().on(change.on().firstDay()).get("siren"), violations);
    Problems.raise(violations);
    return keep(entry, entry.timeline().with(ids.next(), change));
  }

  /** Puts a period right; one that is so already stays as it is. */
  OrganisationView correct(Organisation entry, String id, MergePatch patch) {
    begin(entry);
    UUID period = PathId.of(id);
    OrganisationPeriodContent before =
        OrganisationPeriodContent.of(entry.timeline().period(period));
    OrganisationPeriodContent next =
        records().patched(entry, before, OrganisationPeriodContent.class, patch, () -> before);
    return next.equals(before)
        ? records().view(entry.id())
        : keep(entry, entry.timeline().corrected(period, next.right()));
  }

  /** Takes a change back. */
  void remove(Organisation entry, String id) {
    begin(entry);
    records().requireVersion(entry.version());
    keep(entry, entry.timeline().without(PathId.of(id)));
  }

  /** Its memberships have its name, so their clusters are kept from acts that take them over. */
  private void begin(Organisation entry) {
    records().requireChange(entry, organisations.owners(entry));
    locks.share(organisations.alsoChanged(entry));
  }

  private OrganisationView keep(Organisation entry, Timeline next) {
    LegalNumbers.check(next);
    numberRights.require(entry, next);
    return records().update(entry, entry.through(next));
  }
}
