package org.grappe.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says once, among the components, which members many records have. */
final class SharedMembers {
  /** From how many records on a member has a schema of its own. */
  private static final int MANY = 6;

  private final Components components;

  SharedMembers(OpenAPI api) {
    this.components = api.getComponents();
  }

  void share() {
    Map<Schema, Long> told =
        components.getSchemas().values().stream()
            .flatMap(schema -> members(schema).values().stream())
            .filter(part -> !takesNull(part))
            .collect(Collectors.groupingBy(part -> part, Collectors.counting()));
    new TreeMap<>(components.getSchemas())
        .forEach(
            (name, schema) ->
                members(schema)
                    .forEach(
                        (member, part) -> {
                          if (told.getOrDefault(part, 0L) >= MANY) {
                            share(request(name, schema) + SharedParts.upper(member), part)
                                .ifPresent(ref -> schema.addProperty(member, ref));
                          }
                        }));
  }

  private static Map<String, Schema> members(Schema schema) {
    return schema.getProperties() == null ? Map.of() : new LinkedHashMap<>(schema.getProperties());
  }

  /** Generators look for null where a member stands, and not behind a reference. */
  private static boolean takesNull(Schema part) {
    return part.getType() != null && part.getType().contains(SchemaType.NULL);
  }

  /** What a request's members begin with; its body is closed. */
  private static String request(String name, Schema schema) {
    boolean isBody = name.startsWith("New") || schema.getAdditionalPropertiesSchema() != null;
    return name.startsWith("Changed") ? "Changed" : isBody ? "New" : "";
  }

  private Optional<Schema> share(String key, Schema part) {
    if (!part.equals(components.getSchemas().getOrDefault(key, part))) {
      return Optional.empty();
    }
    components.addSchema(key, part);
    return Optional.of(SchemaRef.to(key));
  }
}
