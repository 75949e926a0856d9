package org.grappe.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/**
 * What is kept of texts beside records, their history and kept answers, in whatever table: reports
 * of files, who sent them, who had a name taken out. Which tables there are, the database tells.
 */
@ApplicationScoped
class OtherTables {
  private final Database database;

  OtherTables(Database database) {
    this.database = database;
  }

  /** A table, and its columns with texts. */
  private record Texts(String table, List<String> columns) {
    /** Them, as one document. */
    String document() {
      return columns.stream()
          .map("'%1$s', t.\"%1$s\""::formatted)
          .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));
    }
  }

  private record Row(String place, ObjectNode content) {}

  /** Takes the name out; answers of how many rows. */
  int scrub(PersonName name, boolean dryRun) {
    int[] found = {0};
    for (Texts texts : all()) {
      String sql =
          "select t.ctid::text, %1$s::text from %2$s t where may_contain_name(%1$s::text, ?)"
              .formatted(texts.document(), texts.table());
      database.each(
          sql,
          one -> new Row(one.getString(1), Documents.read(one.getString(2), ObjectNode.class)),
          List.of(name.spellings()),
          row -> found[0] += scrub(texts, row, name, dryRun) ? 1 : 0);
    }
    return found[0];
  }

  private boolean scrub(Texts texts, Row row, PersonName name, boolean dryRun) {
    List<String> changed = List.copyOf(Scrubbed.document(name, row.content()).changed());
    if (!changed.isEmpty() && !dryRun) {
      changed.stream()
          .filter(column -> !row.content().has(column))
          .forEach(column -> row.content().put(column, PersonName.ERASED));
      database.change(
          """
          update %1$s t set %2$s from jsonb_populate_record(null::%1$s, ?::jsonb) new
          where t.ctid = ?::tid"""
              .formatted(
                  texts.table(),
                  changed.stream()
                      .map("\"%1$s\" = new.\"%1$s\""::formatted)
                      .collect(Collectors.joining(", "))),
          Documents.text(row.content()),
          row.place());
    }
    return !changed.isEmpty();
  }

  /**
   * Not what something is found by, nor what no request writes: regions, the service itself; nor
   * the names that are still to be taken out.
   */
  private List<Texts> all() {
    return database.all(
        """
            select c.oid::regclass::text, array_agg(a.attname::text order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
              and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'json'::regtype)
              and not a.attisdropped and a.attgenerated = ''
              and c.relname not in ('derivations', 'history', 'idempotency_keys', 'regions', 'repeated_erasures',
                'flyway_schema_history')
              and not exists (
                select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'write_history')
              and not exists (
                select from pg_index i
                where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey))
            group by c.oid order by 1""",
        row ->
            new Texts(row.getString(1), Stream.of((String[]) row.getArray(2).getArray()).toList()),
        List.of());
  }
}
