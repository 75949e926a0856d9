package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.config.Today;
import org.grappe.event.EventLookup;
import org.grappe.event.HeldEvent;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterLocks;
import org.grappe.record.Owners;
import org.grappe.record.Rights;

/** How host and partner come to share an event: one asks, the other accepts or refuses. */
@ApplicationScoped
class ShareAgreement {
  private final Shares shares;
  private final SharingRules rules;
  private final EventLookup events;
  private final Callers callers;
  private final Rights rights;
  private final ClusterLocks locks;
  private final Today today;

  ShareAgreement(
      Shares shares,
      SharingRules rules,
      EventLookup events,
      Callers callers,
      Rights rights,
      ClusterLocks locks,
      Today today) {
    this.shares = shares;
    this.rules = rules;
    this.events = events;
    this.callers = callers;
    this.rights = rights;
    this.locks = locks;
    this.today = today;
  }

  /** The host asks; what an administrator asks stands at once. */
  Response ask(String id, ShareContent wish) {
    HeldEvent event = events.held(id);
    rights.requireCreate(event.owners());
    LocalDate on = wish.on() == null ? today.day() : wish.on();
    if (on.isAfter(today.day())) {
      throw Problems.validationFailed("/on", "date.future", on);
    }
    Optional<Share> before = shares.shared(event.id(), wish.cluster());
    Problems.raise(
        before
            .filter(share -> !share.isRefused())
            .map(share -> Problems.of(SharingProblems.ALREADY_SHARED, "already-shared")));
    UUID convention = rules.convention(event, wish.cluster());
    Share share = before.orElseGet(Share::new);
    if (before.isPresent()) {
      share.askAgain(convention);
    }
    share.of(event.id(), convention);
    if (callers.current().isAdministrator()) {
      share.acceptForPartner(on);
    }
    if (before.isEmpty()) {
      shares.records().create(share, wish.asked(on));
    } else {
      shares.records().updateBySystem(share, wish.asked(on));
      shares.flush();
    }
    ShareView made = shares.records().view(share.id());
    return Response.created(
            URI.create("/api/v1" + shares.path(share) + "/" + made.cluster().slug()))
        .entity(made)
        .build();
  }

  ShareView accept(String id, String cluster, ShareAnswer answer) {
    HeldEvent event = events.held(id);
    Share share = shares.requiredOf(id, cluster);
    rights.requireChange(Owners.cluster(share.content().cluster()), "shares", share.id());
    UUID convention = rules.convention(event, share.content().cluster());
    shares.records().updateBySystem(share, share.accept(answer, today.day(), convention));
    shares.flush();
    return shares.records().view(share.id());
  }

  ShareView refuse(String id, String cluster, ShareAnswer answer) {
    events.held(id);
    Share share = shares.requiredOf(id, cluster);
    locks.share(shares.owners(share).clusters());
    rights.requireChange(Owners.cluster(share.content().cluster()), "shares", share.id());
    shares.records().updateBySystem(share, share.refuse(answer, today.day()));
    shares.flush();
    return shares.records().view(share.id());
  }
}
