package org.grappe.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Tells which members of an answer are always there: what every record has, lists, truth values,
 * what must be written, and what the words name where no type tells it.
 */
final class RequiredMembers {
  private static final Set<String> ALWAYS = Set.of("id", "createdAt", "updatedAt");
  private final Map<String, Schema> schemas;
  private final List<ApiOperation> calls;
  private final DocumentTexts words;

  RequiredMembers(OpenAPI api, List<ApiOperation> calls, DocumentTexts words) {
    this.schemas = api.getComponents().getSchemas();
    this.calls = calls;
    this.words = words;
  }

  void add() {
    for (ApiOperation call : calls) {
      if (call.isOfApi() && call.kind() == OperationKind.READ) {
        call.answered().ifPresent(name -> require(schemas.get(name), schemas.get("New" + name)));
      }
    }
    schemas.forEach(
        (name, schema) ->
            words
                .names("always", name)
                .filter(part -> !isRequired(schema, part))
                .forEach(schema::addRequired));
  }

  private static boolean isRequired(Schema schema, String member) {
    if (!schema.getProperties().containsKey(member)) {
      throw new IllegalStateException("no member of " + schema.getDescription() + ": " + member);
    }
    return schema.getRequired() != null && schema.getRequired().contains(member);
  }

  private static void require(Schema answer, Schema written) {
    Set<String> required = new LinkedHashSet<>();
    List<String> inRequest = written == null ? null : written.getRequired();
    answer
        .getProperties()
        .forEach(
            (name, part) -> {
              boolean isWritten = inRequest != null && inRequest.contains(name);
              if (isWritten || ALWAYS.contains(name) || isNeverNull(part)) {
                required.add(name);
              }
            });
    answer.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
  }

  private static boolean isNeverNull(Schema part) {
    return part.getType() != null
        && (part.getType().contains(SchemaType.ARRAY)
            || (part.getType().contains(SchemaType.BOOLEAN)
                && !part.getType().contains(SchemaType.NULL)));
  }
}
