package org.grappe.event;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.cluster.ClusterProblems;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that takes place, once or by a rule again and again. */
@Entity
@Table(name = "events")
class Event extends StoredRecord<EventContent> {
  @Embedded private EventContent content;

  @Column(updatable = false)
  private String uid;

  private LocalDate cancelledOn;

  @SuppressWarnings("unused") // what SQL asks for
  private LocalDate occursUntil;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<ChangedOccurrence> changed = List.of();

  @Override
  public EventContent content() {
    return content;
  }

  @Override
  protected void write(EventContent next) {
    content = next;
    uid = uid == null ? id().toString() : uid;
  }

  /** The cluster that hosts it, if one does. */
  Optional<UUID> host() {
    return Optional.ofNullable(content.host()).map(Host::cluster);
  }

  /** What is written when it is cancelled. */
  EventContent cancelled(LocalDate on, String reason, List<UUID> sources) {
    if (cancelledOn != null) {
      throw Problems.of(ProblemType.DUPLICATE, "event.cancelled-already", cancelledOn);
    }
    cancelledOn = on;
    return content.with(new Reason("cancelledOn", PartialDate.of(on), reason, sources));
  }

  /** What is written when it takes place after all. */
  EventContent reinstated(LocalDate on, String reason, List<UUID> sources) {
    if (cancelledOn == null) {
      throw Problems.of(ClusterProblems.NOTHING_TO_UNDO, "event.not-cancelled");
    }
    cancelledOn = null;
    return content.with(new Reason("cancelledOn", PartialDate.of(on), reason, sources));
  }

  LocalDate cancelledOn() {
    return cancelledOn;
  }

  /**
   * Its occurrences; none for an event without a rule. Changes of days that are none are let go.
   */
  Occurrences expand(LocalDate today) {
    Occurrences occurrences = Occurrences.of(content, changed, today);
    Set<LocalDate> dates = occurrences.dates();
    changed = changed.stream().filter(one -> dates.contains(one.date())).toList();
    occursUntil = occurrences.until();
    return occurrences;
  }

  /** What is kept of the occurrence of this day, as it is planned where nothing is. */
  ChangedOccurrence occurrence(LocalDate date) {
    return ChangedOccurrence.of(changed, date);
  }

  void put(ChangedOccurrence next) {
    changed = ChangedOccurrence.with(changed, List.of(next));
  }
}
