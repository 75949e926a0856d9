package org.grappe.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.people.Scrubbed.Place;

/** Finds the rows in which a name may stand, and writes them without it. */
@ApplicationScoped
class NamedRows {
  private static final ErasureReport NOTHING = new ErasureReport(false, 0, 0, 0, 0, 0, 0);
  private final Database database;
  private final Today today;

  NamedRows(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * A row to look at.
   *
   * @param key what finds it again
   */
  private record Row(Object key, long number, String table, ObjectNode content) {}

  /** The records of a table; each becomes a new version of itself. */
  ErasureReport records(String table, PersonName name, UUID cluster, boolean dryRun) {
    ErasureReport[] report = {NOTHING};
    String sql =
        "select t.id, 0::bigint, '%1$s', to_jsonb(t)::text from %1$s t where %2$s and %3$s order by t.id for no key update"
            .formatted(
                table,
                having("to_jsonb(t)::text"),
                within("clusters_of('" + table + "', to_jsonb(t))", cluster));
    List<String> derived = derived(table);
    each(
        sql,
        name,
        cluster,
        row -> {
          row.content.remove(derived);
          Scrubbed scrubbed = Scrubbed.row(name, table, row.content);
          nameAnew(row.content, scrubbed);
          if (!scrubbed.changed().isEmpty()) {
            report[0] = report[0].plus(counted(scrubbed));
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

  private void write(Row row, Scrubbed scrubbed) {
    String columns =
        scrubbed.changed().stream()
            .map("\"%1$s\" = new.\"%1$s\""::formatted)
            .collect(Collectors.joining(", "));
    database.change(
        """
        update %1$s t set %2$s, version = t.version + 1, updated_at = ?
        from jsonb_populate_record(null::%1$s, ?::jsonb) new where t.id = ?"""
            .formatted(row.table, columns),
        today.now(),
        Json.text(row.content),
        row.key);
  }

  private static ErasureReport counted(Scrubbed scrubbed) {
    var counts = scrubbed.counts();
    return new ErasureReport(
        false,
        counts.getOrDefault(Place.MANDATES, 0),
        counts.getOrDefault(Place.STATEMENTS, 0),
        counts.getOrDefault(Place.AUTHORS, 0),
        counts.getOrDefault(Place.TEXTS, 0),
        0,
        0);
  }

  /** What records were before, and who wrote them. */
  ErasureReport history(PersonName name, UUID cluster, boolean dryRun) {
    int[] found = {0};
    String sql =
        """
        select h.record_id, h.seq, h.record_table,
          jsonb_build_object('by', h.by, 'request', h.request, 'row', h.row)::text
        from history h where %s and %s"""
            .formatted(
                having("concat(h.by ->> 'name', ' ', h.request ->> 'path', ' ', h.row)"),
                within("clusters_of(h.record_table, h.row)", cluster));
    each(
        sql,
        name,
        cluster,
        row -> {
          if (isTakenOut(name, row)) {
            found[0]++;
            if (!dryRun) {
              database.change(
                  """
                  update history set by = n -> 'by', request = nullif(n -> 'request', 'null'), row = nullif(n -> 'row', 'null')
                  from (select ?::jsonb as n) new where record_id = ? and seq = ?""",
                  Json.text(row.content),
                  row.key,
                  row.number);
            }
          }
        });
    return new ErasureReport(false, 0, 0, 0, 0, found[0], 0);
  }

  private static boolean isTakenOut(PersonName name, Row row) {
    boolean changed = isChanged(name, row, "by");
    changed |= isChanged(name, row, "request");
    if (row.content.get("row") instanceof ObjectNode state) {
      changed |= !Scrubbed.row(name, row.table, state).changed().isEmpty();
    }
    return changed;
  }

  private static boolean isChanged(PersonName name, Row row, String member) {
    return row.content.get(member) instanceof ObjectNode document
        && !Scrubbed.document(name, document).changed().isEmpty();
  }

  /** What was answered, and would be again to a retry. */
  ErasureReport answers(PersonName name, UUID cluster, boolean dryRun) {
    int[] found = {0};
    String body = "convert_from(k.body, 'UTF8')";
    String sql =
        "select k.scope, 0::bigint, '', %s from idempotency_keys k where %s and %s"
            .formatted(
                body,
                having(body),
                cluster == null ? "true" : "position(?::text in " + body + ") > 0");
    each(
        sql,
        name,
        cluster,
        row -> {
          if (!Scrubbed.document(name, row.content).changed().isEmpty()) {
            found[0]++;
            if (!dryRun) {
              database.change(
                  "update idempotency_keys set body = ? where scope = ?",
                  Json.text(row.content).getBytes(StandardCharsets.UTF_8),
                  row.key);
            }
          }
        });
    return new ErasureReport(false, 0, 0, 0, 0, 0, found[0]);
  }

  /** However many they are, few are held at once. */
  private void each(String sql, PersonName name, UUID cluster, Consumer<Row> taker) {
    List<Object> args = new ArrayList<>();
    args.add(name.spellings());
    if (cluster != null) {
      args.add(cluster);
    }
    database.each(
        sql,
        row ->
            new Row(
                row.getObject(1), row.getLong(2), row.getString(3), Json.object(row.getString(4))),
        args,
        taker);
  }

  /** A text has every word of the name somewhere; whether it is the name, the words tell. */
  private static String having(String text) {
    return "may_contain_name(" + text + ", ?)";
  }

  private static String within(String clusters, UUID cluster) {
    return cluster == null ? "true" : clusters + " @> array[?::uuid]";
  }
}
