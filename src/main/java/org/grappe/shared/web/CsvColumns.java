package org.grappe.shared.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.grappe.shared.Ref;
import org.grappe.shared.RegionRef;

/**
 * The columns of a record as CSV: a reference is two columns (its id, or code, and its name), a
 * list is one cell whose values are set apart by {@code |}, anything deeper is JSON.
 */
public final class CsvColumns {
  private final List<String[]> paths = new ArrayList<>();
  private final boolean altered;

  public CsvColumns(Class<?> type) {
    altered = !type.isAnnotationPresent(Unaltered.class);
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
        continue;
      }
      if (component.getType() == Ref.class) {
        paths.add(new String[] {name, "id"});
        paths.add(new String[] {name, "name"});
      } else if (component.getType() == RegionRef.class) {
        paths.add(new String[] {name, "code"});
        paths.add(new String[] {name, "name"});
      } else {
        paths.add(new String[] {name});
      }
    }
  }

  public List<String> header() {
    return paths.stream().map(path -> String.join(".", path)).toList();
  }

  public List<String> cells(ObjectNode row) {
    return paths.stream().map(path -> cell(row, path)).toList();
  }

  private String cell(JsonNode row, String[] path) {
    JsonNode node = row;
    for (String step : path) {
      node = node.path(step);
    }
    if (node.isTextual()) {
      return altered ? harmless(node.textValue()) : node.textValue();
    }
    if (node.isArray()) {
      return harmless(list(node));
    }
    return node.isMissingNode() || node.isNull() ? "" : node.toString();
  }

  private static String list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(CsvColumns::listed)
        .collect(Collectors.joining("|"));
  }

  private static String listed(JsonNode item) {
    return item.isTextual()
        ? item.textValue()
        : item.has("id") ? item.get("id").asText() : item.toString();
  }

  /** A text that a spreadsheet would compute is shown as text (OWASP, CSV injection). */
  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
