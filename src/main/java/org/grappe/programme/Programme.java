package org.grappe.programme;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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

/** An action with participants in waves, or a roadmap with priorities. */
@Entity
@Table(name = "programmes")
class Programme extends StoredRecord<Programme.Content> {
  @Embedded private Content content;

  /**
   * A programme as a request writes it.
   *
   * @param kind in the words of its leads: an action, a roadmap, a project
   * @param leads clusters and organisations, in the order given
   * @param companies how many companies it is for
   */
  @Embeddable
  @Schema(name = "NewProgramme", description = "A programme as a request writes it.")
  record Content(
      @NotBlank @Size(max = 200) @Schema(examples = "#GreenConcept") String name,
      @Size(max = 100) @Schema(examples = "roadmap") String kind,
      @NotNull
          @Size(min = 1, max = 50)
          @References(table = "clusters", by = "slug", or = "organisations")
          List<UUID> leads,
      @Size(max = 100) String city,
      @Size(max = 4000) String purpose,
      @Min(0) Integer companies,
      PartialDate from,
      PartialDate until,
      @Size(max = 100) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Wave> waves,
      @Size(max = 100) List<@NotBlank @Size(max = 400) String> priorities,
      @Size(max = 100) List<@NotBlank @Size(max = 400) String> actions,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    @Override
    public void check(String at, Violations violations) {
      DateOrder.check(from, until, "/from", "/until", violations);
      for (int i = 0; i < waves.size(); i++) {
        int number = waves.get(i).number();
        boolean repeated = waves.stream().limit(i).anyMatch(wave -> wave.number() == number);
        violations.addIf(repeated, "/waves/" + i + "/number", "programme.wave", number);
      }
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
