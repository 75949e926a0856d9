package org.grappe.event;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.query.Columns;
import org.grappe.value.Documents;

/** Events as the database takes and gives them, many with one statement. */
@ApplicationScoped
public class EventRows {
  /** What no calendar tells; it is neither read, for it may be long, nor written. */
  private static final Set<String> UNTOLD = Set.of("present", "sources", "statements", "remarks");

  private static final List<String> FIELDS =
      Arrays.stream(EventContent.class.getRecordComponents())
          .map(RecordComponent::getName)
          .filter(field -> !UNTOLD.contains(field))
          .toList();

  private static final List<String> WRITTEN =
      Stream.concat(
              FIELDS.stream().map(Columns::name),
              Stream.of("updated_at", "cancelled_on", "changed", "occurs_until"))
          .toList();

  private static final String CONTENT =
      Stream.concat(
              FIELDS.stream().map(field -> "'%s', e.%s".formatted(field, quoted(field))),
              Stream.of(
                  "'present', '[]'::jsonb, 'sources', '[]'::jsonb, 'statements', '[]'::jsonb"))
          .collect(joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));

  private static final String INSERT =
      "insert into events (id, uid, created_at, %1$s) select x.id, x.uid, x.created_at, %2$s from %3$s"
          .formatted(columns("\"%s\""), columns("x.\"%s\""), rows());

  private static final String UPDATE =
      "update events e set version = e.version + 1, %s from %s where e.id = x.id"
          .formatted(columns("\"%1$s\" = x.\"%1$s\""), rows());

  private final Database database;

  EventRows(Database database) {
    this.database = database;
  }

  private static String quoted(String field) {
    return "\"" + Columns.name(field) + "\"";
  }

  private static String columns(String each) {
    return WRITTEN.stream().map(each::formatted).collect(joining(", "));
  }

  private static String rows() {
    return "jsonb_populate_recordset(null::events, ?::jsonb) x";
  }

  /**
   * The events of these ids, past those that somebody writes just now, which are so kept as well.
   */
  List<KnownEvent> free(List<UUID> ids) {
    return events("e.id = any(?::uuid[]) order by e.id for update skip locked", List.of(ids));
  }

  /**
   * Some of the events.
   *
   * @param which a condition on {@code e}
   */
  public List<KnownEvent> events(String which, List<?> keys) {
    return database.all(
        "select e.id, e.uid, e.cancelled_on, e.occurs_until, e.changed::text, %s::text from events e where %s"
            .formatted(CONTENT, which),
        EventRows::event,
        keys);
  }

  private static KnownEvent event(ResultSet row) throws SQLException {
    return new KnownEvent(
        row.getObject(1, UUID.class),
        row.getString(2),
        read(row.getString(6), EventContent.class),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        List.of(read(row.getString(5), ChangedOccurrence[].class)));
  }

  private static <T> T read(String document, Class<T> type) {
    try {
      return Documents.MAPPER.readValue(document, type);
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException("a stored event cannot be read", unread);
    }
  }

  /** Adds those that are new. */
  void add(List<WrittenEvent> events, Instant now) {
    if (!events.isEmpty()) {
      database.change(INSERT, documents(events, now));
    }
  }

  /** Changes those that are known. */
  void change(List<WrittenEvent> events, Instant now) {
    if (!events.isEmpty()) {
      database.change(UPDATE, documents(events, now));
    }
  }

  private static String documents(List<WrittenEvent> events, Instant now) {
    ArrayNode all = Documents.MAPPER.createArrayNode();
    for (WrittenEvent event : events) {
      ObjectNode row = all.addObject();
      ObjectNode content = Documents.MAPPER.valueToTree(event.content());
      FIELDS.forEach(field -> row.set(Columns.name(field), content.get(field)));
      row.put("id", event.id().toString());
      row.put("uid", event.uid());
      row.put("created_at", now.toString());
      row.put("updated_at", now.toString());
      row.putPOJO("cancelled_on", event.cancelledOn());
      row.putPOJO("changed", event.changed());
      row.putPOJO("occurs_until", event.occursUntil());
    }
    try {
      return Documents.MAPPER.writeValueAsString(all);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
