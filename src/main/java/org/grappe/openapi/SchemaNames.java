package org.grappe.openapi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** Names the schemas as the contract would, and writes out those that are a mere Java type. */
final class SchemaNames {
  private static final Set<String> JAVA =
      Set.of(
          "UUID",
          "Instant",
          "LocalDate",
          "LocalTime",
          "JsonNode",
          "JsonNodeType",
          "ObjectNode",
          "MergePatch",
          "CsvFile",
          "CalendarFile");

  private final OpenAPI api;
  private final IndexView index;
  private final Map<String, String> names = new HashMap<>();

  SchemaNames(OpenAPI api, IndexView index) {
    this.api = api;
    this.index = index;
  }

  void tidy() {
    Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
    schemas.forEach(this::name);
    EverySchema.of(api, this::rename);
    names.forEach((old, name) -> schemas.putIfAbsent(name, schemas.get(old)));
    schemas.keySet().removeAll(names.keySet());
    schemas.keySet().removeAll(JAVA);
    api.getComponents().setSchemas(schemas);
  }

  /**
   * A page is named for its items, an alias for what it refers to, an enumeration for its owner.
   */
  private void name(String name, Schema schema) {
    if (schema.getProperties() != null && schema.getProperties().containsKey("next")) {
      Schema items = schema.getProperties().get("items").getItems();
      names.put(name, SchemaRef.of(items).orElseThrow() + "Page");
    } else if (schema.getEnumeration() != null) {
      index.getKnownClasses().stream()
          .filter(type -> isNamed(type, name, schema.getEnumeration()))
          .min(Comparator.comparing(ClassInfo::name))
          .ifPresent(type -> names.put(name, owner(type) + type.simpleName()));
    } else {
      SchemaRef.of(schema).ifPresent(target -> names.put(name, target));
    }
  }

  /** Whether an enumeration within a class has this name but for SmallRye's count of its likes. */
  private static boolean isNamed(ClassInfo type, String name, List<Object> values) {
    return type.isEnum()
        && type.enclosingClass() != null
        && name.matches(type.simpleName() + "\\d*")
        && type.fields().stream()
            .filter(FieldInfo::isEnumConstant)
            .map(FieldInfo::name)
            .collect(Collectors.toSet())
            .equals(Set.copyOf(values));
  }

  private static String owner(ClassInfo type) {
    return type.enclosingClass().withoutPackagePrefix().replaceFirst("Content$", "");
  }

  private void rename(Schema schema) {
    if ("uuid".equals(schema.getFormat())) {
      schema.setPattern(null);
    }
    SchemaRef.of(schema)
        .ifPresent(
            name -> {
              switch (name) {
                case "CsvFile", "CalendarFile" -> writeOut(schema, null, SchemaType.STRING);
                case "UUID" -> writeOut(schema, "uuid", SchemaType.STRING);
                case "LocalDate" -> writeOut(schema, "date", SchemaType.STRING);
                case "LocalTime" -> {
                  writeOut(schema, null, SchemaType.STRING);
                  schema.setPattern("^\\d{2}:\\d{2}(:\\d{2})?$");
                }
                case "Instant" -> writeOut(schema, "date-time", SchemaType.STRING);
                case "JsonNode" -> writeOut(schema, null, SchemaType.STRING, SchemaType.NUMBER);
                default -> {
                  schema.setType(null);
                  schema.setRef(SchemaRef.to(names.getOrDefault(name, name)).getRef());
                }
              }
            });
  }

  private static void writeOut(Schema schema, String format, SchemaType... types) {
    schema.setRef(null);
    schema.setType(Arrays.asList(types));
    schema.setFormat(format);
  }
}
