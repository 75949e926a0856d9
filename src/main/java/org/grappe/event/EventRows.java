package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/** Events as the database takes and gives them, many with one statement. */
@ApplicationScoped
public class EventRows {
  private final Database database;

  EventRows(Database database) {
    this.database = database;
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
            .formatted(EventColumns.CONTENT, which),
        EventRows::event,
        keys);
  }

  private static KnownEvent event(ResultSet row) throws SQLException {
    return new KnownEvent(
        row.getObject(1, UUID.class),
        row.getString(2),
        Documents.read(row.getString(6), EventContent.class),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        List.of(Documents.read(row.getString(5), ChangedOccurrence[].class)));
  }

  /** Adds those that are new. */
  void add(List<WrittenEvent> events, Instant now) {
    if (!events.isEmpty()) {
      database.change(EventColumns.INSERT, EventColumns.documents(events, now));
    }
  }

  /** Changes those that are known. */
  void change(List<WrittenEvent> events, Instant now) {
    if (!events.isEmpty()) {
      database.change(EventColumns.UPDATE, EventColumns.documents(events, now));
    }
  }
}
