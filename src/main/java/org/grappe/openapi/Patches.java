package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.grappe.body.MergePatch;

/**
 * Gives each PATCH a schema of its own: the properties that a new record takes, none of them
 * required, and null for those that can be removed.
 */
final class Patches {
  private final Components components;
  private final List<ApiOperation> calls;

  Patches(OpenAPI api, List<ApiOperation> calls) {
    this.components = api.getComponents();
    this.calls = calls;
  }

  void add() {
    for (ApiOperation call : calls) {
      if (call.kind() == OperationKind.CHANGE) {
        String record = changedBy(call);
        String changed = "Changed" + record;
        components.addSchema(changed, patchOf(record, changed));
        call.operation()
            .getRequestBody()
            .getContent()
            .getMediaType(MergePatch.TYPE)
            .setSchema(SchemaRef.to(changed));
      } else if (call.kind().posts()) {
        call.requestSchema()
            .map(components.getSchemas()::get)
            .filter(schema -> schema.getProperties() != null)
            .ifPresent(Patches::close);
      }
    }
  }

  /** What is changed: a part of what is answered where the method itself names its schema. */
  private static String changedBy(ApiOperation call) {
    return call.requestSchema()
        .filter(name -> name.startsWith("Changed"))
        .map(name -> name.substring("Changed".length()))
        .or(call::answered)
        .orElseThrow();
  }

  /** A part that is changed and never made has a schema that the method itself names. */
  private Schema patchOf(String record, String changed) {
    Map<String, Schema> schemas = components.getSchemas();
    Schema made = schemas.getOrDefault("New" + record, schemas.get(changed));
    Schema patch = OASFactory.createSchema().addType(SchemaType.OBJECT);
    close(patch);
    made.getProperties()
        .forEach(
            (name, property) -> {
              boolean stays = made.getRequired() != null && made.getRequired().contains(name);
              patch.addProperty(
                  name, stays ? SchemaParts.alike(property) : SchemaParts.nullable(property));
            });
    return schemas.containsKey("New" + record) ? patch : patch.description(made.getDescription());
  }

  /** A member that is not among the properties is refused. */
  private static void close(Schema schema) {
    schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
  }
}
