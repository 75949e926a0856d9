package org.grappe.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** Reads one component of a record from a row. */
interface Column {
  Object read(ResultSet row, ReferenceNames names) throws SQLException;

  /** The reader for a component, by its type and name. */
  static Column of(RecordComponent component, String prefix, ColumnPositions positions) {
    String name = prefix + Rows.snakeCase(component.getName());
    Class<?> type = component.getType();
    if (type == Ref.class) {
      return ref(name, positions);
    }
    if (type == RegionRef.class) {
      return region(name, positions);
    }
    if (Nested.class.isAssignableFrom(type)) {
      Rows<?> nested = new Rows<>(type, name + "_", positions);
      int present = positions.of(name);
      return (row, names) -> row.getObject(present) == null ? null : nested.read(row, names);
    }
    if (type == List.class) {
      return ListColumns.of((ParameterizedType) component.getGenericType(), name, positions);
    }
    return ScalarColumns.of(type, component.getGenericType(), positions.of(name));
  }

  private static Column ref(String name, ColumnPositions positions) {
    int id = positions.of(name + "_id");
    int called = positions.of(name + "_name");
    int slug = positions.ofOptional(name + "_slug");
    return (row, names) -> {
      UUID given = row.getObject(id, UUID.class);
      return given == null
          ? null
          : new Ref(given, row.getString(called), slug == 0 ? null : row.getString(slug));
    };
  }

  private static Column region(String name, ColumnPositions positions) {
    int code = positions.of(name + "_code");
    return (row, names) -> {
      String given = row.getString(code);
      return given == null ? null : new RegionRef(given, names.ofRegion(given));
    };
  }
}
