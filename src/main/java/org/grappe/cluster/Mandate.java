package org.grappe.cluster;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** A person holding an office in a cluster, or in another organisation, for a time. */
@Entity
@Table(name = "mandates")
class Mandate extends OwnedRecord<Mandate.Content> {
  @Embedded private Content content;

  /** Which office is held. */
  @Schema(name = "MandateRole")
  enum Role {
    PRESIDENT,
    CO_PRESIDENT,
    VICE_PRESIDENT,
    TREASURER,
    SECRETARY,
    BOARD_MEMBER,
    COLLEGE_REPRESENTATIVE,
    MANAGING_DIRECTOR,
    OTHER
  }

  /**
   * A mandate as a request writes it.
   *
   * @param person who holds it, where that is known
   * @param provisional whether it ends when the next one of the same role begins
   * @param organisation in a cluster, the person's own; elsewhere, the one where the office is held
   * @param startKnown false where {@code from} is only a day on which it is known to be held
   */
  @Embeddable
  @RecordBuilder
  @Schema(name = "NewMandate", description = "A mandate as a request writes it.")
  record Content(
      @Size(min = 1, max = 200) @Schema(examples = "Grégory Cladera") String person,
      @NotNull @Enumerated(EnumType.STRING) Role role,
      @Size(max = 200) String title,
      boolean provisional,
      @References(table = "colleges") UUID college,
      @Size(max = 200) String territory,
      @References(table = "organisations") UUID organisation,
      @NotNull PartialDate from,
      Boolean startKnown,
      PartialDate until,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating, MandateContentBuilder.With {

    Content {
      startKnown = startKnown == null || startKnown;
    }

    @Override
    public void check(String at, Violations violations) {
      DateOrder.check(from, until, "/from", "/until", violations);
    }

    Content heldIn(UUID body) {
      return withOrganisation(body);
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
