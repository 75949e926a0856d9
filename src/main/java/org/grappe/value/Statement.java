package org.grappe.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a source says of a record otherwise than the record does, or what someone said of it.
 *
 * @param field the record's field that {@code value} is another value of
 * @param value a text or a number
 * @param qualifier how exactly the value is meant
 * @param text what was said
 * @param by who said it
 * @param day when
 * @param source where it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "NewStatement",
    description = "What a source says otherwise than the record does, or what someone said.")
public record Statement(
    @Pattern(regexp = "[a-z][A-Za-z0-9]{0,63}", message = "{statement.field}")
        @Schema(examples = "foundedOn")
        String field,
    @Schema(description = "A text or a number.", maxLength = 400, examples = "2012") JsonNode value,
    Qualifier qualifier,
    @Size(max = 4000) String text,
    @Size(max = 200) @Schema(examples = "Tony Marchand") String by,
    PartialDate day,
    @References(table = "sources") @Schema(description = "The id of a source.") UUID source)
    implements SelfValidating {

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(value == null && text == null, at, "statement.empty");
    violations.addIf(value != null && value.isArray(), at + "/value", "type.scalar");
    boolean number = value != null && value.isNumber();
    violations.addIf(
        number && !Numbers.isBounded(value.decimalValue()), at + "/value", "type.number-range");
    violations.addIf(
        value != null && value.isTextual() && Texts.length(value.textValue()) > 400,
        at + "/value",
        "size.max",
        400);
  }
}
