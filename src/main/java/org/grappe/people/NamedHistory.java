package org.grappe.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/** What records were before, and who wrote them, in which a name may stand. */
@ApplicationScoped
class NamedHistory {
  private final Database database;

  NamedHistory(Database database) {
    this.database = database;
  }

  /** Takes the name out; answers of how many entries. */
  int takeOut(PersonSearch search, boolean dryRun) {
    int[] found = {0};
    String sql =
        """
        select h.record_id, h.seq, h.record_table,
          jsonb_build_object('by', h.by, 'request', h.request, 'row', h.row)::text
        from history h where %s and %s"""
            .formatted(
                search.having("concat(h.by ->> 'name', ' ', h.request ->> 'path', ' ', h.row)"),
                search.of("clusters_of(h.record_table, h.row)"));
    database.each(
        sql,
        NamedRow::of,
        search.args(),
        row -> {
          if (isTakenOut(search.name(), row)) {
            found[0]++;
            if (!dryRun) {
              write(row);
            }
          }
        });
    return found[0];
  }

  private static boolean isTakenOut(PersonName name, NamedRow row) {
    boolean changed = isChanged(name, row, "by");
    changed |= isChanged(name, row, "request");
    if (row.content().get("row") instanceof ObjectNode state) {
      changed |= !Scrubbed.row(name, row.table(), state).changed().isEmpty();
    }
    return changed;
  }

  private static boolean isChanged(PersonName name, NamedRow row, String member) {
    return row.content().get(member) instanceof ObjectNode document
        && !Scrubbed.document(name, document).changed().isEmpty();
  }

  private void write(NamedRow row) {
    database.change(
        """
        update history set by = n -> 'by', request = nullif(n -> 'request', 'null'), row = nullif(n -> 'row', 'null')
        from (select ?::jsonb as n) new where record_id = ? and seq = ?""",
        Documents.text(row.content()),
        row.key(),
        row.number());
  }
}
