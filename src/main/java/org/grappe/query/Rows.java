package org.grappe.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Builds records from rows: the component {@code foundedOn} from the column {@code founded_on}, a
 * reference {@code cluster} from {@code cluster_id}, {@code cluster_name} and {@code cluster_slug}.
 */
final class Rows<V> {
  private final Class<V> type;
  private final MethodHandle constructor;
  private volatile Column[] columns;

  Rows(Class<V> type) {
    this.type = type;
    this.constructor = constructor(type);
  }

  /** A part of a wider row: its columns begin with the prefix. */
  Rows(Class<V> type, String prefix, ColumnPositions positions) {
    this(type);
    this.columns = columns(prefix, positions);
  }

  Class<V> type() {
    return type;
  }

  /** The record of the current row; sources are named when {@code names} is resolved. */
  V read(ResultSet row, ReferenceNames names) throws SQLException {
    if (columns == null) {
      columns = columns("", new ColumnPositions(row.getMetaData()));
    }
    Object[] values = new Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i].read(row, names);
    }
    try {
      return type.cast(constructor.invokeExact(values));
    } catch (Throwable unbuilt) {
      throw new IllegalStateException("cannot build " + type.getSimpleName(), unbuilt);
    }
  }

  private Column[] columns(String prefix, ColumnPositions positions) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> Column.of(component, prefix, positions))
        .toArray(Column[]::new);
  }

  static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static MethodHandle constructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }
}
