package org.grappe.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/**
 * How many bytes a row makes in an answer, about, as SQL that the database works out before it
 * sends any: nothing is read for it.
 */
final class Weight {
  /** Names of fields, ids, days, and texts as short as names. */
  private static final int OF_A_ROW = 600;

  /** What a cited source takes beside its id, for its title is named. */
  private static final int OF_A_SOURCE = 300;

  private final String row;
  private final List<String> parts = new ArrayList<>();

  private Weight(String row) {
    this.row = row;
  }

  /** The weight of a row of this alias that becomes such a record. */
  static String of(Class<?> type, String row) {
    Weight weight = new Weight(row);
    weight.parts.add(String.valueOf(OF_A_ROW));
    for (RecordComponent component : type.getRecordComponents()) {
      weight.add(component);
    }
    return String.join(" + ", weight.parts);
  }

  private void add(RecordComponent component) {
    Class<?> type = component.getType();
    String column = row + ".\"" + Rows.snakeCase(component.getName());
    if (type == List.class) {
      Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      addList(column, item);
    } else if (type == String.class) {
      parts.add("coalesce(octet_length(%s\"::text), 0)".formatted(column));
    } else if (isDocument(type)) {
      parts.add(document(column + "\""));
    }
  }

  private void addList(String column, Type item) {
    if (item == Ref.class) {
      parts.add(
          "coalesce(pg_column_size(%s_name\") + 60 * cardinality(%1$s_id\"), 0)".formatted(column));
    } else if (item == SourceRef.class) {
      parts.add("%d * coalesce(cardinality(%s\"), 0)".formatted(OF_A_SOURCE + 60, column));
    } else if (item == StatementView.class) {
      parts.add(document(column + "\""));
      parts.add("%d * coalesce(jsonb_array_length(%s\"), 0)".formatted(OF_A_SOURCE, column));
    } else {
      parts.add(document(column + "\""));
    }
  }

  /** Documents are stored as they are, so their length is known without reading them. */
  private static String document(String column) {
    return "coalesce(pg_column_size(%s), 0)".formatted(column);
  }

  private static boolean isDocument(Class<?> type) {
    return !type.isPrimitive()
        && !type.isEnum()
        && type != Ref.class
        && type != RegionRef.class
        && !Nested.class.isAssignableFrom(type)
        && !type.getName().startsWith("java.")
        && type != org.grappe.value.PartialDate.class;
  }
}
