package org.grappe.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.database.Statements.RowReader;
import org.grappe.value.Documents;

/**
 * Records as copies have them: what is stored of each, and nothing that follows from others. What
 * holds for a time is what it was on the day on which the record was last written, so that it
 * changes with the version alone.
 */
@ApplicationScoped
class CopiedRecords {
  private final Database database;
  private final Today today;

  CopiedRecords(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** A record, which changes only with its version. */
  record Found(UUID id, long version, JsonNode record) {}

  /** Those of a table that a caller may read, by id. */
  Map<UUID, Found> find(String table, List<UUID> ids, Caller caller) {
    Map<UUID, Found> found = new HashMap<>();
    List<Object> args = CopiedRecordSql.args(caller, today.zone());
    args.add(ids);
    database
        .all(CopiedRecordSql.of(table) + " and t.id = any(?)", CopiedRecords::read, args)
        .forEach(one -> found.put(one.id(), one));
    return found;
  }

  static final RowReader<Found> READER = CopiedRecords::read;

  private static Found read(ResultSet row) throws SQLException {
    List<String> references = Arrays.asList((String[]) row.getArray(4).getArray());
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    Documents.read(row.getString(3), JsonNode.class)
        .properties()
        .forEach(
            column ->
                record.set(
                    RecordShape.member(column.getKey()),
                    RecordShape.of(
                        column.getKey(), column.getValue(), references.contains(column.getKey()))));
    return new Found(row.getObject(1, UUID.class), row.getLong(2), record);
  }
}
