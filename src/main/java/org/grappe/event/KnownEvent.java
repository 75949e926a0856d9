package org.grappe.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that a calendar finds under one of its names. What no calendar changes (who is present,
 * sources, statements, remarks) is not looked at, and empty here.
 *
 * @param occursUntil the last day of its rule
 * @param changed what differs from the rule, by day
 */
public record KnownEvent(
    UUID id,
    String uid,
    EventContent content,
    LocalDate cancelledOn,
    LocalDate occursUntil,
    List<ChangedOccurrence> changed) {

  /** The cluster that hosts it, if one does. */
  public Optional<UUID> host() {
    return Optional.ofNullable(content.host()).map(Host::cluster);
  }

  /** What is kept of the occurrence of this day, as it is planned where nothing is. */
  public ChangedOccurrence occurrence(LocalDate date) {
    return ChangedOccurrence.of(changed, date);
  }
}
