package org.grappe.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.Qualifier;
import org.grappe.value.Statement;

/** A {@link Statement} as it is answered: its source is named. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Statement",
    description = "What a source says otherwise than the record does, or what someone said of it.")
public record StatementView(
    @Schema(examples = "foundedOn") String field,
    @Schema(description = "A text or a number.", examples = "2012") JsonNode value,
    Qualifier qualifier,
    String text,
    @Schema(examples = "Tony Marchand") String by,
    PartialDate day,
    SourceRef source) {

  static StatementView of(Statement stored, ReferenceNames names) {
    return new StatementView(
        stored.field(),
        stored.value(),
        stored.qualifier(),
        stored.text(),
        stored.by(),
        stored.day(),
        names.of(stored.source()));
  }
}
