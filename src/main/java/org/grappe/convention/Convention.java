package org.grappe.convention;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.record.StoredRecord;
import org.grappe.value.DateOrder;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An agreement between clusters. */
@Entity
@Table(name = "conventions")
class Convention extends StoredRecord<Convention.Content> {
  @Embedded private Content content;

  @Column(updatable = false)
  private UUID continues;

  /** What a convention is about. */
  @Schema(name = "ConventionCovers")
  enum Covers {
    EVENTS,
    PROGRAMMES,
    OFFICES,
    REFLECTION,
    OTHER
  }

  /**
   * A convention as a request writes it.
   *
   * @param series names of the series of events that it is meant for
   * @param from since when it is in force; since its first signing where absent
   */
  @Embeddable
  @Schema(name = "NewConvention", description = "A convention as a request writes it.")
  record Content(
      @NotBlank @Size(max = 400) String title,
      @NotNull @Size(min = 2, max = 50) @References(table = "clusters", by = "slug")
          List<UUID> parties,
      @NotNull @Size(min = 1, max = 5) @Enumerated(EnumType.STRING) List<Covers> covers,
      @Size(max = 50) List<@NotBlank @Size(max = 200) String> series,
      @Size(max = 50) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Signing> signings,
      PartialDate from,
      PartialDate until,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    @Override
    public void check(String at, Violations violations) {
      PartialDate begins = from != null ? from : firstSigning();
      DateOrder.check(begins, until, from == null ? "/signings" : "/from", "/until", violations);
      violations.addIf(
          covers.stream().distinct().count() < covers.size(), "/covers", "items.repeated");
    }

    private PartialDate firstSigning() {
      return signings.stream()
          .map(Signing::on)
          .min(java.time.LocalDate::compareTo)
          .map(PartialDate::of)
          .orElse(null);
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
}
