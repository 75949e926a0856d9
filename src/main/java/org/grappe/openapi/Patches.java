package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.grappe.body.MergePatch;

/**
 * Gives each PATCH a schema of its own: the properties that a POST to the same collection takes,
 * none of them required, and null for those that can be removed.
 */
final class Patches {
  private final OpenAPI api;
  private final List<ApiOperation> calls;

  Patches(OpenAPI api, List<ApiOperation> calls) {
    this.api = api;
    this.calls = calls;
  }

  void add() {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    for (ApiOperation call : calls) {
      if (call.kind() == ApiOperation.Kind.CHANGE) {
        call.operation()
            .getRequestBody()
            .getContent()
            .getMediaType(MergePatch.TYPE)
            .setSchema(
                made(call)
                    .map(this::changed)
                    .or(() -> given(call))
                    .orElseGet(() -> OASFactory.createSchema().addType(SchemaType.OBJECT)));
      } else if (call.kind().posts()) {
        call.asked().map(schemas::get).ifPresent(body -> close(body));
      }
    }
  }

  /** The schema that the method itself names, of a part that is changed and never made. */
  private Optional<Schema> given(ApiOperation patch) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    return patch
        .asked()
        .filter(schemas::containsKey)
        .map(
            name -> {
              Schema whole = schemas.get(name);
              api.getComponents()
                  .addSchema(name, patchOf(whole).description(whole.getDescription()));
              return SchemaRef.to(name);
            });
  }

  private Schema changed(String made) {
    String name = made.replaceFirst("^New", "Changed");
    api.getComponents().addSchema(name, patchOf(api.getComponents().getSchemas().get(made)));
    return SchemaRef.to(name);
  }

  private Optional<String> made(ApiOperation patch) {
    return calls.stream()
        .filter(
            call ->
                call.kind() == ApiOperation.Kind.CREATE && call.path().equals(patch.collection()))
        .flatMap(call -> call.asked().stream())
        .findFirst();
  }

  private static Schema patchOf(Schema made) {
    Schema patch = OASFactory.createSchema().addType(SchemaType.OBJECT);
    close(patch);
    made.getProperties()
        .forEach(
            (name, property) -> {
              boolean stays = made.getRequired() != null && made.getRequired().contains(name);
              patch.addProperty(name, stays ? copy(property) : nullable(property));
            });
    return patch;
  }

  /** A member that is not among the properties is refused. */
  private static void close(Schema schema) {
    schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
  }

  private static Schema nullable(Schema schema) {
    Schema nothing = OASFactory.createSchema().addType(SchemaType.NULL);
    if (schema.getAnyOf() != null) {
      Schema either = copy(schema);
      either.setAnyOf(new java.util.ArrayList<>(schema.getAnyOf()));
      return either.addAnyOf(nothing);
    }
    if (schema.getRef() != null) {
      Schema either =
          OASFactory.createSchema().addAnyOf(OASFactory.createSchema().ref(schema.getRef()));
      either.setDescription(schema.getDescription());
      either.setExamples(schema.getExamples());
      return either.addAnyOf(nothing);
    }
    return copy(schema).addType(SchemaType.NULL);
  }

  private static Schema copy(Schema schema) {
    Schema copy = OASFactory.createSchema();
    copy.setAll(schema.getAll());
    if (schema.getType() != null) {
      copy.setType(new java.util.ArrayList<>(schema.getType()));
    }
    return copy;
  }
}
