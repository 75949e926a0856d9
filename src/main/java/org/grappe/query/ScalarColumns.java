package org.grappe.query;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.grappe.value.PartialDate;

/** Reads single values of a row; what is of none of these types is a document. */
final class ScalarColumns {
  private ScalarColumns() {}

  /**
   * The reader for a value.
   *
   * @param at its position in the row
   */
  static Column of(Class<?> type, Type generic, int at) {
    if (type == String.class) {
      return (row, names) -> row.getString(at);
    }
    if (type == boolean.class) {
      return (row, names) -> row.getBoolean(at);
    }
    if (type == long.class) {
      return (row, names) -> row.getLong(at);
    }
    if (type == int.class) {
      return (row, names) -> row.getInt(at);
    }
    if (type == UUID.class
        || type == LocalDate.class
        || type == LocalTime.class
        || type == Integer.class
        || type == Boolean.class) {
      return (row, names) -> row.getObject(at, type);
    }
    if (type == BigDecimal.class) {
      return (row, names) -> row.getBigDecimal(at);
    }
    if (type == Instant.class) {
      return (row, names) -> instant(row.getObject(at, OffsetDateTime.class));
    }
    if (type == PartialDate.class) {
      return (row, names) -> day(row.getString(at));
    }
    if (type.isEnum()) {
      Map<String, Object> constants = constants(type);
      return (row, names) -> constants.get(row.getString(at));
    }
    StoredDocument document = new StoredDocument(generic);
    return (row, names) -> document.read(row.getString(at));
  }

  /** The constants of an enumeration by name. */
  static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(c -> constants.put(((Enum<?>) c).name(), c));
    return constants;
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static PartialDate day(String text) {
    return text == null ? null : new PartialDate(text);
  }
}
