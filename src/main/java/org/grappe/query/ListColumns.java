package org.grappe.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.grappe.value.Ref;
import org.grappe.value.Statement;

/** Reads the lists of a row: arrays, and documents where the items are of another type. */
final class ListColumns {
  private static final StoredDocument STATEMENTS = new StoredDocument(Statement[].class);

  private ListColumns() {}

  /** The reader for a list, by the type of its items. */
  static Column of(ParameterizedType type, String name, ColumnPositions positions) {
    Type item = type.getActualTypeArguments()[0];
    if (item == Ref.class) {
      return refs(name, positions);
    }
    int at = positions.of(name);
    if (item == SourceRef.class) {
      return (row, names) ->
          items(row.getArray(at)).stream().map(id -> names.of((UUID) id)).toList();
    }
    if (item == StatementView.class) {
      return (row, names) -> statements(row.getString(at), names);
    }
    if (item == String.class) {
      return (row, names) -> items(row.getArray(at));
    }
    if (item == LocalDate.class) {
      return (row, names) -> days(row.getArray(at));
    }
    if (item instanceof Class<?> choice && choice.isEnum()) {
      Map<String, Object> constants = ScalarColumns.constants(choice);
      return (row, names) -> items(row.getArray(at)).stream().map(constants::get).toList();
    }
    StoredDocument document = new StoredDocument(type);
    return (row, names) -> {
      String text = row.getString(at);
      return isEmpty(text) ? List.of() : document.read(text);
    };
  }

  private static Column refs(String name, ColumnPositions positions) {
    int ids = positions.of(name + "_id");
    int called = positions.of(name + "_name");
    int slugs = positions.ofOptional(name + "_slug");
    return (row, names) ->
        refs(
            items(row.getArray(ids)),
            items(row.getArray(called)),
            slugs == 0 ? List.of() : items(row.getArray(slugs)));
  }

  /** References made of columns side by side; their records may have no slugs. */
  private static List<Ref> refs(List<?> ids, List<?> names, List<?> slugs) {
    return IntStream.range(0, ids.size())
        .mapToObj(
            i ->
                new Ref(
                    (UUID) ids.get(i),
                    (String) names.get(i),
                    slugs.isEmpty() ? null : (String) slugs.get(i)))
        .toList();
  }

  private static List<StatementView> statements(String text, ReferenceNames names) {
    if (isEmpty(text)) {
      return List.of();
    }
    Statement[] stored = (Statement[]) STATEMENTS.read(text);
    return Arrays.stream(stored).map(statement -> StatementView.of(statement, names)).toList();
  }

  private static List<LocalDate> days(Array array) throws SQLException {
    return items(array).stream().map(day -> ((java.sql.Date) day).toLocalDate()).toList();
  }

  private static List<?> items(Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
  }

  private static boolean isEmpty(String document) {
    return document == null || document.equals("[]");
  }
}
