package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What this instance has taken up, until it is kept how that went. */
@ApplicationScoped
class ClaimsUnderWay {
  private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
  private final WebhookMeters meters;

  ClaimsUnderWay(WebhookMeters meters) {
    this.meters = meters;
  }

  void add(Claim claim) {
    claims.add(claim);
    meters.underWay().incrementAndGet();
  }

  void remove(Claim claim) {
    claims.remove(claim);
    meters.underWay().decrementAndGet();
  }

  int count() {
    return meters.underWay().get();
  }

  /** So many of them to receivers of which it is not known that they take anything. */
  int doubtful() {
    return (int) claims.stream().filter(Claim::doubtful).count();
  }

  /** By which each is told from another attempt of the same delivery. */
  List<UUID> claims() {
    return claims.stream().map(Claim::claim).toList();
  }
}
