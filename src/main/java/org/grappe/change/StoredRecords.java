package org.grappe.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
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
class StoredRecords {
  private final Database database;
  private final Today today;

  StoredRecords(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** A record, which changes only with its version. */
  record Found(UUID id, long version, JsonNode record) {}

  /** Those of a table that a caller may read, by id. */
  Map<UUID, Found> find(String table, List<UUID> ids, Caller caller) {
    Map<UUID, Found> found = new HashMap<>();
    List<Object> args = args(caller, today.zone());
    args.add(ids);
    database
        .all(sql(table) + " and t.id = any(?)", StoredRecords::read, args)
        .forEach(one -> found.put(one.id(), one));
    return found;
  }

  /** The statement that finds what a caller may read of a table. */
  private static String sql(String table) {
    return sql(table, "untold_columns('%s', to_jsonb(t), r.admin, r.clusters)".formatted(table));
  }

  /** The same of the public, who is told the same of each: that is asked once. */
  static String publicSql(String table) {
    return sql(table, "(select untold_columns('%s', null, false, '{}'))".formatted(table));
  }

  private static String sql(String table, String untold) {
    return """
    select t.id, coalesce((s.told ->> 'version')::bigint, t.version),
      (written_as(jsonb_strip_nulls(to_jsonb(t)), r.zone) || coalesce(s.told - 'version', '{}')) - %2$s,
      array(select attname::text from pg_attribute where attrelid = '%1$s'::regclass and atttypid in ('uuid'::regtype, 'uuid[]'::regtype))
    from %1$s t cross join lateral (select ? as admin, ? as partner, ?::uuid[] as clusters, ?::text as zone) r
    left join lateral (
      select told_state('%1$s', t.id, %2$s) as told
      where t.version > 0 and to_regprocedure('private_columns_of_%1$s()') is not null) s on true
    where may_be_told('%1$s', to_jsonb(t), r.admin, r.partner, r.clusters)\
    """
        .formatted(table, untold);
  }

  static List<Object> args(Caller caller, ZoneId zone) {
    return new java.util.ArrayList<>(
        Arrays.asList(
            caller.isAdministrator(),
            caller.is(Role.PARTNER),
            caller.is(Role.EDITOR) ? caller.clusters() : List.of(),
            zone.getId()));
  }

  static final RowReader<Found> READER = StoredRecords::read;

  private static Found read(ResultSet row) throws SQLException {
    List<String> references = Arrays.asList((String[]) row.getArray(4).getArray());
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    json(row.getString(3))
        .properties()
        .forEach(
            column ->
                record.set(
                    RecordShape.member(column.getKey()),
                    RecordShape.of(
                        column.getKey(), column.getValue(), references.contains(column.getKey()))));
    return new Found(row.getObject(1, UUID.class), row.getLong(2), record);
  }

  private static JsonNode json(String text) {
    try {
      return Documents.MAPPER.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
