package org.grappe.cluster;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.DateOrder;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A place of a cluster: planned, open or closed. */
@Entity
@Table(name = "offices")
class Office extends OwnedRecord<Office.Content> {
  @Embedded private Content content;

  /** What an office is on a day: the first that fits. */
  @Schema(name = "OfficeStatus")
  enum Status {
    CLOSED,
    OPEN,
    PLANNED
  }

  /**
   * An office as a request writes it: in a city or, where none is named, for a territory.
   *
   * @param startKnown false where {@code openedOn} is only a day on which it is known to be open
   */
  @Embeddable
  @Schema(name = "NewOffice", description = "An office as a request writes it.")
  record Content(
      @Size(max = 200) @Schema(examples = "Montpellier") String city,
      @Size(max = 200) String territory,
      @Size(max = 400) @Schema(examples = "Maison du Numérique, Cap Omega") String place,
      @Size(max = 400) String address,
      PartialDate plannedFor,
      PartialDate openedOn,
      Boolean startKnown,
      PartialDate closedOn,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    Content {
      startKnown = startKnown == null || startKnown;
    }

    @Override
    public void check(String at, Violations violations) {
      violations.addIf(city == null && territory == null, "/city", "office.place");
      DateOrder.check(openedOn, closedOn, "/openedOn", "/closedOn", violations);
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
