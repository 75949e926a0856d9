package org.grappe.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.CsvDialect;

/**
 * What the columns of a CSV hold, as programs read it (Frictionless Data, Table Schema 1.0).
 *
 * @param fields one for each column, in their order
 * @param missingValues what stands where a value is not known
 */
record TableSchema(List<Map<String, Object>> fields, List<String> missingValues) {
  /** The types that are not text, or text of a form. */
  private static final Map<Class<?>, List<String>> TYPES =
      Map.ofEntries(
          Map.entry(UUID.class, List.of("string", "uuid")),
          // with fractions of a second, or without
          Map.entry(Instant.class, List.of("datetime", "any")),
          Map.entry(LocalDate.class, List.of("date")),
          Map.entry(LocalTime.class, List.of("time", "any")),
          Map.entry(boolean.class, List.of("boolean")),
          Map.entry(Boolean.class, List.of("boolean")),
          Map.entry(int.class, List.of("integer")),
          Map.entry(Integer.class, List.of("integer")),
          Map.entry(long.class, List.of("integer")),
          Map.entry(Long.class, List.of("integer")),
          Map.entry(BigDecimal.class, List.of("number")));

  static TableSchema of(CsvColumns columns) {
    return new TableSchema(
        columns.all().stream().map(column -> field(column, columns.point())).toList(), List.of(""));
  }

  private static List<String> type(CsvColumn column) {
    if (column.hasObjects()) {
      return List.of("array");
    }
    return TYPES.getOrDefault(column.type(), List.of(column.hasObject() ? "object" : "string"));
  }

  private static Map<String, Object> field(CsvColumn column, char point) {
    Class<?> java = column.type();
    List<String> type = type(column);
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", type.get(0));
    if (type.size() > 1) {
      field.put("format", type.get(1));
    }
    if (java == BigDecimal.class && point != CsvDialect.USUAL.point()) {
      field.put("decimalChar", String.valueOf(point));
    }
    if (java.isEnum()) {
      List<String> names = Arrays.stream(java.getEnumConstants()).map(String::valueOf).toList();
      field.put("constraints", Map.of("enum", names));
    } else if (java.isAnnotationPresent(Schema.class)
        && !java.getAnnotation(Schema.class).pattern().isEmpty()) {
      field.put("constraints", Map.of("pattern", java.getAnnotation(Schema.class).pattern()));
    }
    return field;
  }
}
