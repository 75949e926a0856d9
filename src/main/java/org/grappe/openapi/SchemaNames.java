package org.grappe.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names a page for its items, what is an alias for what it refers to, and writes out the schemas of
 * Java types, which the configuration gives and SmallRye names for their classes.
 */
final class SchemaNames {
  private SchemaNames() {}

  static void tidy(OpenAPI api, Collection<Schema> everywhere) {
    Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
    schemas.keySet().forEach(name -> refuseSecond(name, schemas));
    Map<String, String> names = new HashMap<>();
    schemas.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null && schema.getProperties().containsKey("next")) {
            Schema items = schema.getProperties().get("items").getItems();
            names.put(name, SchemaRef.pageOf(SchemaRef.of(items).orElseThrow()));
          } else {
            SchemaRef.of(schema).ifPresent(target -> names.put(name, target));
          }
        });
    everywhere.forEach(schema -> tidy(schema, names, schemas));
    names.forEach((old, name) -> schemas.putIfAbsent(name, schemas.get(old)));
    schemas.keySet().removeIf(name -> names.containsKey(name) || isJava(name));
    api.getComponents().setSchemas(schemas);
  }

  private static void tidy(Schema schema, Map<String, String> names, Map<String, Schema> schemas) {
    SchemaRef.of(schema)
        .ifPresent(
            name -> {
              Schema java = isJava(name) ? schemas.get(name) : null;
              schema.setRef(
                  java == null ? SchemaRef.to(names.getOrDefault(name, name)).getRef() : null);
              schema.setType(java == null ? null : java.getType());
              if (java != null) {
                schema.setFormat(java.getFormat());
                schema.setPattern(java.getPattern());
              }
            });
    if ("uuid".equals(schema.getFormat())) {
      schema.setPattern(null);
    }
  }

  /** SmallRye gives the second of two types with one name a number, and readers a riddle. */
  private static void refuseSecond(String name, Map<String, Schema> schemas) {
    String first = name.replaceFirst("\\d+$", "");
    if (!first.equals(name) && schemas.containsKey(first)) {
      throw new IllegalStateException(
          "Two types are the schema %s: name one otherwise with @Schema(name = …)"
              .formatted(first));
    }
  }

  private static boolean isJava(String name) {
    return name.contains(".");
  }
}
