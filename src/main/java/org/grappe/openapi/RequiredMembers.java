package org.grappe.openapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Tells which members of an answer are always there: what every record has, lists, truth values,
 * and what must be written.
 */
final class RequiredMembers {
  private static final Set<String> ALWAYS = Set.of("id", "createdAt", "updatedAt");
  private final Map<String, Schema> schemas;
  private final List<ApiOperation> calls;

  RequiredMembers(OpenAPI api, List<ApiOperation> calls) {
    this.schemas = api.getComponents().getSchemas();
    this.calls = calls;
  }

  void add() {
    for (ApiOperation call : calls) {
      if (call.isOfApi() && call.kind() == OperationKind.READ) {
        call.answered().ifPresent(name -> require(schemas.get(name), schemas.get("New" + name)));
      }
    }
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
    answer.setRequired(required.isEmpty() ? null : List.copyOf(required));
  }

  private static boolean isNeverNull(Schema part) {
    return part.getType() != null
        && (part.getType().contains(SchemaType.ARRAY)
            || (part.getType().contains(SchemaType.BOOLEAN)
                && !part.getType().contains(SchemaType.NULL)));
  }
}
