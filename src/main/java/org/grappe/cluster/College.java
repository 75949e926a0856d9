package org.grappe.cluster;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** A trade group inside one cluster. */
@Entity
@Table(name = "colleges")
class College extends OwnedRecord<College.Content> {
  @Embedded private Content content;

  /**
   * A college as a request writes it.
   *
   * @param startKnown false where {@code from} is only a day on which it is known to have existed
   */
  @Embeddable
  @Schema(name = "NewCollege", description = "A college as a request writes it.")
  record Content(
      @NotBlank @Size(max = 200) @Schema(examples = "Smart Software") String name,
      @Size(max = 4000) String purpose,
      PartialDate from,
      PartialDate until,
      Boolean startKnown,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    Content {
      startKnown = startKnown == null || startKnown;
    }

    @Override
    public void check(String at, Violations violations) {
      DateOrder.check(from, until, "/from", "/until", violations);
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
