package org.grappe.format;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.grappe.query.SourceRef;
import org.grappe.value.Ref;

/**
 * A column.
 *
 * @param type what its cells hold in Java; whatever has no type of its own in a table is text there
 * @param hasObjects whether a cell holds several objects, as one array in JSON
 * @param cell finds what stands in it in the JSON of a row
 */
record CsvColumn(
    String name, Class<?> type, boolean hasObjects, Function<JsonNode, JsonNode> cell) {
  /** What has an id that stands for it where several are listed. */
  private static final Set<Class<?>> REFERENCES = Set.of(Ref.class, SourceRef.class);

  CsvColumn(String name, Class<?> type, Function<JsonNode, JsonNode> cell) {
    this(name, type, false, cell);
  }

  /** That of a member which is one column. */
  static CsvColumn of(RecordComponent member) {
    String name = member.getName();
    return new CsvColumn(name, member.getType(), listsObjects(member), row -> row.path(name));
  }

  private static boolean listsObjects(RecordComponent member) {
    return List.class.isAssignableFrom(member.getType())
        && member.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> item
        && !REFERENCES.contains(item)
        && isObject(item);
  }

  /** Whether a cell holds one object. */
  boolean hasObject() {
    return isObject(type);
  }

  private static boolean isObject(Class<?> type) {
    return type.getName().startsWith("org.grappe.")
        && !type.isEnum()
        && Arrays.stream(type.getMethods())
            .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  /** What stands in the cell of a row. */
  String text(JsonNode value) {
    return hasObjects && value.isArray() ? CsvCell.json(value) : CsvCell.of(value);
  }
}
