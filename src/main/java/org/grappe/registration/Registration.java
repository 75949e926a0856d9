package org.grappe.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.grappe.value.References;
import org.grappe.value.Statement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organisation's places at an event, confirmed or waited for. */
@Entity
@Table(name = "registrations")
class Registration extends StoredRecord<Registration.Content> {
  @Embedded private Content content;

  @Column(updatable = false)
  private UUID event;

  private UUID cluster;

  @Enumerated(EnumType.STRING)
  private RegistrationStatus status;

  private LocalDate cancelledOn;

  /**
   * A registration as a request writes it.
   *
   * @param places how many it takes, or waits for
   * @param membership that of the organisation in the host or a partner, whose quota it takes from
   */
  @Embeddable
  @Schema(name = "NewRegistration", description = "A registration as a request writes it.")
  record Content(
      @NotNull @References(table = "organisations") UUID organisation,
      @NotNull @Min(1) Integer places,
      @References(table = "memberships") UUID membership,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks) {

    private Content with(Reason why) {
      return new Content(
          organisation,
          places,
          membership,
          why.sourcesAddedTo(sources),
          why.addedTo(statements),
          remarks);
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
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
  Content cancelled(LocalDate on, String reason, List<UUID> from) {
    if (cancelledOn != null) {
      throw Problems.of(ProblemType.DUPLICATE, "event.cancelled-already", cancelledOn);
    }
    cancelledOn = on;
    status = RegistrationStatus.CANCELLED;
    return content.with(new Reason("cancelledOn", PartialDate.of(on), reason, from));
  }
}
