package org.grappe.source;

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
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.Statement;
import org.grappe.value.WebAddress;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where statements come from. */
@Entity
@Table(name = "sources")
class Source extends StoredRecord<Source.Content> {
  @Embedded private Content content;

  /** What kind of document a source is. */
  @Schema(name = "SourceKind")
  enum Kind {
    PRESS,
    DELIBERATION,
    STATUTES,
    DECLARATION,
    OPEN_DATA
  }

  /**
   * A source as a request writes it.
   *
   * @param publisher who published it
   * @param publishedOn when, as far as known
   */
  @Embeddable
  @Schema(name = "NewSource")
  record Content(
      @NotBlank @Size(max = 200) @Schema(examples = "L'Usine Digitale") String publisher,
      @NotNull @Enumerated(EnumType.STRING) Kind kind,
      @NotBlank @Size(max = 400) String title,
      @Size(max = 200) String author,
      PartialDate publishedOn,
      @WebAddress @Size(max = 2000) String url,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks) {}

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content content) {
    this.content = content;
  }
}
