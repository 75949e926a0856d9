package org.grappe.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An event as a calendar makes or changes it.
 *
 * @param known what it was; null where it is new
 * @param days its days; null where they stay as they are
 */
public record WrittenEvent(
    UUID id,
    String uid,
    KnownEvent known,
    EventContent content,
    LocalDate cancelledOn,
    List<ChangedOccurrence> changed,
    Occurrences days) {

  /** What an event becomes; changes of days that are none are let go. */
  public static WrittenEvent of(
      UUID id,
      String uid,
      KnownEvent known,
      EventContent content,
      LocalDate cancelledOn,
      List<ChangedOccurrence> changes,
      LocalDate today) {
    List<ChangedOccurrence> changed =
        ChangedOccurrence.with(known == null ? List.of() : known.changed(), changes);
    boolean moves =
        known == null || !changes.isEmpty() || content.isOnOtherDaysThan(known.content());
    if (!moves) {
      return new WrittenEvent(id, uid, known, content, cancelledOn, changed, null);
    }
    Occurrences days = Occurrences.of(content, changed, today);
    Set<LocalDate> dates = days.dates();
    List<ChangedOccurrence> kept =
        changed.stream().filter(one -> dates.contains(one.date())).toList();
    return new WrittenEvent(id, uid, known, content, cancelledOn, kept, days);
  }

  /** Whether an occurrence that it is given now takes place on this day or later. */
  public boolean isHeldFrom(LocalDate day) {
    return days != null
        && days.days().stream()
            .filter(one -> !one.startsOn().isBefore(day))
            .filter(one -> cancelledOn == null || cancelledOn.isAfter(one.startsOn()))
            .anyMatch(one -> ChangedOccurrence.of(changed, one.date()).cancelledOn() == null);
  }

  boolean isNew() {
    return known == null;
  }

  LocalDate occursUntil() {
    return days == null ? known.occursUntil() : days.until();
  }

  /** Whether those with whom it is shared may have something against it. */
  boolean isMoved() {
    return known != null && content.isMovedFrom(known.content());
  }
}
