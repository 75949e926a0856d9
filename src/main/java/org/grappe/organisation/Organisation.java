package org.grappe.organisation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Period;
import org.grappe.period.Timeline;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Reason;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A legal body: a company, a funder, a public authority, a network. */
@Entity
@Table(name = "organisations")
class Organisation extends StoredRecord<OrganisationContent> {
  @Embedded private OrganisationContent content;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Period> periods = List.of();

  @Embedded private Followed followed;

  /** Which organisation it became, from which day and how. */
  @Embeddable
  record Followed(
      UUID followedBy,
      PartialDate followedOn,
      @Enumerated(EnumType.STRING) SuccessionKind followedAs) {}

  /** What kind of body it is. */
  @Schema(name = "OrganisationKind")
  enum Kind {
    COMPANY,
    ASSOCIATION,
    PUBLIC_BODY,
    EUROPEAN_INSTITUTION,
    NETWORK
  }

  @Override
  public OrganisationContent content() {
    return content;
  }

  Timeline timeline() {
    return Timeline.of(periods, id(), content.values());
  }

  /** What it is on a day. */
  OrganisationContent on(LocalDate day) {
    return content.withValues(timeline().on(day));
  }

  /** Takes other periods; what its own fields are then, those of the first. */
  OrganisationContent through(Timeline next) {
    periods = next.stored();
    return content.withValues(next.first());
  }

  /** What is stored of it where it is this on a day. */
  OrganisationContent corrected(LocalDate day, OrganisationContent next) {
    Timeline right = timeline().corrected(day, next.values());
    LegalNumbers.check(right);
    periods = right.stored();
    return next.withValues(right.first());
  }

  /** What is written when it becomes another; the reason is kept as a statement. */
  OrganisationContent followed(Followed next, String reason, List<UUID> sources) {
    if (followed != null) {
      throw new IllegalStateException("it has become another already");
    }
    followed = next;
    return content.with(new Reason("followedOn", next.followedOn(), reason, sources));
  }

  /** What is written when it turns out that it has not. */
  OrganisationContent goesOn(PartialDate on, String reason, List<UUID> sources) {
    return content.with(new Reason("followedOn", on, reason, sources));
  }

  @Override
  protected void write(OrganisationContent next) {
    content = next;
  }
}
