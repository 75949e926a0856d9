package org.grappe.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says in words what the resources leave unsaid. */
final class Descriptions {
  private final OpenAPI api;
  private final List<ApiOperation> calls;
  private final DocumentTexts words;

  Descriptions(OpenAPI api, List<ApiOperation> calls, DocumentTexts words) {
    this.api = api;
    this.calls = calls;
    this.words = words;
  }

  void add() {
    for (ApiOperation call : calls) {
      describe(call);
    }
    api.getComponents().getSchemas().forEach(this::describe);
  }

  private void describe(ApiOperation call) {
    Operation operation = call.operation();
    if (operation.getDescription() == null) {
      words
          .text("operations", call.id())
          .or(() -> words.text("operations", call.kind().key()))
          .ifPresent(operation::setDescription);
    }
    if (call.hasBody()) {
      words.text("bodies", call.id()).ifPresent(operation.getRequestBody()::setDescription);
    }
  }

  private void describe(String name, Schema schema) {
    if (schema.getDescription() == null) {
      schema.setDescription(words.text("schemas", name).orElseGet(() -> usual(name)));
    }
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      properties.forEach((property, part) -> describe(name, property, part));
    }
  }

  /** What can be said of a schema by its name alone. */
  private static String usual(String name) {
    String noun = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    if (name.endsWith("Page")) {
      return "A page of a list.";
    }
    if (name.startsWith("New")) {
      return "What a request writes of a " + noun.substring(4) + ".";
    }
    return name.startsWith("Changed")
        ? "What a merge patch changes of a " + noun.substring(8) + ": null removes."
        : null;
  }

  private void describe(String schema, String property, Schema part) {
    if (part.getDescription() == null) {
      words
          .property("properties", schema, property)
          .ifPresent(text -> part.setDescription((String) text));
    }
    boolean scalar = part.getRef() == null && part.getType() != null && !isDeep(part);
    if (scalar && part.getExamples() == null) {
      words.property("values", schema, property).ifPresent(part::addExample);
    }
  }

  private static boolean isDeep(Schema part) {
    return part.getType().contains(SchemaType.ARRAY) || part.getType().contains(SchemaType.OBJECT);
  }
}
