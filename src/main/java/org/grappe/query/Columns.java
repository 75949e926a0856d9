package org.grappe.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/**
 * The columns of a record's own table, by name: a statement that says {@code c.*} would shift what
 * it answers when the table gets another column while the service runs.
 */
public final class Columns {
  private Columns() {}

  /**
   * All that the record shows and that needs no other table.
   *
   * @param others components that are selected otherwise; references are so anyway
   */
  public static String of(String alias, Class<? extends View> type, String... others) {
    Set<String> elsewhere = Set.of(others);
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> isOwn(component) && !elsewhere.contains(component.getName()))
        .map(component -> alias + ".\"" + Rows.snakeCase(component.getName()) + "\"")
        .collect(Collectors.joining(", "));
  }

  /** The column of a component. */
  public static String name(String component) {
    return Rows.snakeCase(component);
  }

  private static boolean isOwn(RecordComponent component) {
    Class<?> type = component.getType();
    return type != Ref.class
        && type != RegionRef.class
        && !(type == List.class
            && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                == Ref.class);
  }
}
