package org.grappe.event;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.grappe.query.Columns;
import org.grappe.value.Documents;

/** The columns that a calendar tells of an event, read and written as documents. */
final class EventColumns {
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

  static final String CONTENT =
      Stream.concat(
              FIELDS.stream().map(field -> "'%s', e.%s".formatted(field, quoted(field))),
              Stream.of(
                  "'present', '[]'::jsonb, 'sources', '[]'::jsonb, 'statements', '[]'::jsonb"))
          .collect(joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));

  static final String INSERT =
      "insert into events (id, uid, created_at, %1$s) select x.id, x.uid, x.created_at, %2$s from %3$s"
          .formatted(columns("\"%s\""), columns("x.\"%s\""), rows());

  static final String UPDATE =
      "update events e set version = e.version + 1, %s from %s where e.id = x.id"
          .formatted(columns("\"%1$s\" = x.\"%1$s\""), rows());

  private EventColumns() {}

  private static String quoted(String field) {
    return "\"" + Columns.name(field) + "\"";
  }

  private static String columns(String each) {
    return WRITTEN.stream().map(each::formatted).collect(joining(", "));
  }

  private static String rows() {
    return "jsonb_populate_recordset(null::events, ?::jsonb) x";
  }

  /** The rows that these events are written as. */
  static String documents(List<WrittenEvent> events, Instant now) {
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
    return Documents.text(all);
  }
}
