package org.grappe.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/** The records in which a name may stand; without it, each becomes a new version of itself. */
@ApplicationScoped
class NamedRecords {
  private final Database database;
  private final Today today;

  NamedRecords(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * Every table that keeps a history, whichever feature it belongs to; clusters last, as whoever
   * writes what belongs to one comes to it.
   */
  List<String> tables() {
    return database.all(
        """
        select tgrelid::regclass::text from pg_trigger where tgname = 'write_history'
        order by tgrelid = 'clusters'::regclass, tgrelid <> 'organisations'::regclass, 1\
        """,
        row -> row.getString(1),
        List.of());
  }

  /** Takes the name out of the records of a table. */
  ErasureReport takeOut(String table, PersonSearch search, boolean dryRun) {
    ErasureReport[] report = {ErasureReport.NOTHING};
    String sql =
        "select t.id, 0::bigint, '%1$s', to_jsonb(t)::text from %1$s t where %2$s and %3$s order by t.id for no key update"
            .formatted(
                table,
                search.having("to_jsonb(t)::text"),
                search.of("clusters_of('" + table + "', to_jsonb(t))"));
    List<String> derived = derived(table);
    database.each(
        sql,
        NamedRow::of,
        search.args(),
        row -> {
          row.content().remove(derived);
          Scrubbed scrubbed = Scrubbed.row(search.name(), table, row.content());
          nameAnew(row.content(), scrubbed);
          if (!scrubbed.changed().isEmpty()) {
            report[0] = report[0].plus(ErasureReport.of(scrubbed));
            if (!dryRun) {
              write(row, scrubbed);
            }
          }
        });
    return report[0];
  }

  /** By its UID an event is found again: where that had the name, it gets one of its own. */
  private static void nameAnew(ObjectNode content, Scrubbed scrubbed) {
    if (scrubbed.changed().contains("uid")) {
      content.put("uid", content.get("id").asText() + "@erased");
    }
  }

  /** The columns that follow from others, of the record or of another; they are never written. */
  private List<String> derived(String table) {
    return database.all(
        """
        select a.attname from pg_attribute a
        where a.attrelid = ?::regclass and a.attnum > 0 and (a.attgenerated <> '' or exists (
          select from pg_constraint k
          where k.conrelid = a.attrelid and k.confupdtype = 'c' and a.attnum = any(k.conkey)))""",
        row -> row.getString(1),
        List.of(table));
  }

  private void write(NamedRow row, Scrubbed scrubbed) {
    String columns =
        scrubbed.changed().stream()
            .map("\"%1$s\" = new.\"%1$s\""::formatted)
            .collect(Collectors.joining(", "));
    database.change(
        """
        update %1$s t set %2$s, version = t.version + 1, updated_at = ?
        from jsonb_populate_record(null::%1$s, ?::jsonb) new where t.id = ?"""
            .formatted(row.table(), columns),
        today.now(),
        Documents.text(row.content()),
        row.key());
  }
}
