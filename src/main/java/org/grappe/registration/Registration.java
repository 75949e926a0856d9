package org.grappe.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;

/** An organisation's places at an event, confirmed or waited for. */
@Entity
@Table(name = "registrations")
class Registration extends StoredRecord<RegistrationContent> {
  @Embedded private RegistrationContent content;

  @Column(updatable = false)
  private UUID event;

  private UUID cluster;

  @Enumerated(EnumType.STRING)
  private RegistrationStatus status;

  private LocalDate cancelledOn;

  @Override
  public RegistrationContent content() {
    return content;
  }

  @Override
  protected void write(RegistrationContent next) {
    content = next;
  }

  void at(UUID registered) {
    event = registered;
  }

  UUID event() {
    return event;
  }

  /** The cluster whose quota it takes from, if one does. */
  UUID cluster() {
    return cluster;
  }

  void takeFrom(UUID quota) {
    cluster = quota;
  }

  void stand(RegistrationStatus as) {
    status = as;
  }

  boolean is(RegistrationStatus one) {
    return status == one;
  }

  /** What is written when it is cancelled. */
  RegistrationContent cancelled(LocalDate on, String reason, List<UUID> from) {
    if (cancelledOn != null) {
      throw Problems.of(ProblemType.DUPLICATE, "event.cancelled-already", cancelledOn);
    }
    cancelledOn = on;
    status = RegistrationStatus.CANCELLED;
    return content.with(new Reason("cancelledOn", PartialDate.of(on), reason, from));
  }
}
