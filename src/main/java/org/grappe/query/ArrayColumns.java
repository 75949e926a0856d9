package org.grappe.query;

import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.grappe.value.Ref;
import org.grappe.value.Statement;

/** Reads the lists of a row. */
final class ArrayColumns {
  private static final ObjectReader STATEMENTS = Column.document(Statement[].class);

  private ArrayColumns() {}

  static List<?> of(Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
  }

  static List<LocalDate> days(Array array) throws SQLException {
    return of(array).stream().map(day -> ((java.sql.Date) day).toLocalDate()).toList();
  }

  static List<Ref> refs(ResultSet row, int ids, int names, int slugs) throws SQLException {
    List<?> id = of(row.getArray(ids));
    List<?> name = of(row.getArray(names));
    List<?> slug = slugs == 0 ? List.of() : of(row.getArray(slugs));
    return IntStream.range(0, id.size())
        .mapToObj(
            i ->
                new Ref(
                    (UUID) id.get(i),
                    (String) name.get(i),
                    slugs == 0 ? null : (String) slug.get(i)))
        .toList();
  }

  static List<SourceRef> sources(Array ids, SourceNames names) throws SQLException {
    return of(ids).stream().map(id -> names.of((UUID) id)).toList();
  }

  static List<StatementView> statements(String text, SourceNames names) {
    if (text == null || text.equals("[]")) {
      return List.of();
    }
    Statement[] stored = (Statement[]) Column.json(text, STATEMENTS);
    return Arrays.stream(stored).map(statement -> StatementView.of(statement, names)).toList();
  }
}
