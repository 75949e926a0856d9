package org.grappe.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.value.Documents;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** Reads one component of a record from a row. */
interface Column {
  Object read(ResultSet row, SourceNames names) throws SQLException;

  /** The reader for a component, by its type and name. */
  static Column of(RecordComponent component, String prefix, Map<String, Integer> positions) {
    String name = prefix + Rows.snakeCase(component.getName());
    Class<?> type = component.getType();
    if (type == Ref.class) {
      int id = at(positions, name + "_id");
      int called = at(positions, name + "_name");
      int slug = positions.getOrDefault(name + "_slug", 0);
      return (row, names) -> ref(row, id, called, slug);
    }
    if (type == RegionRef.class) {
      int code = at(positions, name + "_code");
      int called = at(positions, name + "_name");
      return (row, names) ->
          row.getString(code) == null
              ? null
              : new RegionRef(row.getString(code), row.getString(called));
    }
    if (Nested.class.isAssignableFrom(type)) {
      Rows<?> nested = new Rows<>(type, name + "_", positions);
      int present = at(positions, name);
      return (row, names) -> row.getObject(present) == null ? null : nested.read(row, names);
    }
    if (type == List.class) {
      return list(((ParameterizedType) component.getGenericType()), name, positions);
    }
    int at = at(positions, name);
    return scalar(type, component.getGenericType(), at);
  }

  private static Column scalar(Class<?> type, Type generic, int at) {
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
      return (row, names) -> row.getString(at) == null ? null : new PartialDate(row.getString(at));
    }
    if (type.isEnum()) {
      Map<String, Object> constants = constants(type);
      return (row, names) -> constants.get(row.getString(at));
    }
    ObjectReader document = document(generic);
    return (row, names) -> json(row.getString(at), document);
  }

  private static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> constants = new java.util.HashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(c -> constants.put(((Enum<?>) c).name(), c));
    return constants;
  }

  private static Column list(ParameterizedType type, String name, Map<String, Integer> positions) {
    Type element = type.getActualTypeArguments()[0];
    if (element == Ref.class) {
      int ids = at(positions, name + "_id");
      int called = at(positions, name + "_name");
      int slugs = positions.getOrDefault(name + "_slug", 0);
      return (row, names) -> ArrayColumns.refs(row, ids, called, slugs);
    }
    int at = at(positions, name);
    if (element == SourceRef.class) {
      return (row, names) -> ArrayColumns.sources(row.getArray(at), names);
    }
    if (element == StatementView.class) {
      return (row, names) -> ArrayColumns.statements(row.getString(at), names);
    }
    if (element == String.class) {
      return (row, names) -> ArrayColumns.of(row.getArray(at));
    }
    if (element == LocalDate.class) {
      return (row, names) -> ArrayColumns.days(row.getArray(at));
    }
    if (element instanceof Class<?> choice && choice.isEnum()) {
      Map<String, Object> constants = constants(choice);
      return (row, names) ->
          ArrayColumns.of(row.getArray(at)).stream().map(constants::get).toList();
    }
    ObjectReader document = document(type);
    return (row, names) -> {
      String text = row.getString(at);
      return text == null || text.equals("[]") ? List.of() : json(text, document);
    };
  }

  private static Ref ref(ResultSet row, int id, int name, int slug) throws SQLException {
    UUID given = row.getObject(id, UUID.class);
    return given == null
        ? null
        : new Ref(given, row.getString(name), slug == 0 ? null : row.getString(slug));
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** What reads a document of this type; made once for a column. */
  static ObjectReader document(Type type) {
    return Documents.MAPPER.readerFor(Documents.MAPPER.constructType(type));
  }

  static Object json(String text, ObjectReader document) {
    if (text == null) {
      return null;
    }
    try {
      return document.readValue(text);
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException("a stored document cannot be read", unread);
    }
  }

  private static int at(Map<String, Integer> positions, String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalStateException("the query does not select " + column);
    }
    return position;
  }
}
