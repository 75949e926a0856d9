package org.grappe.event;

import java.util.Optional;
import java.util.UUID;
import org.grappe.record.Owners;

/** An event that nobody else changes until the transaction ends. */
public record HeldEvent(UUID id, EventContent content) {
  /** Who may change it: events of no cluster are the administrators'. */
  public Owners owners() {
    return owners(Optional.ofNullable(content.host()).map(Host::cluster));
  }

  static Owners owners(Optional<UUID> host) {
    return host.map(Owners::cluster).orElseGet(Owners::administrators);
  }
}
