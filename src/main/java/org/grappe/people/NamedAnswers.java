package org.grappe.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.grappe.database.Database;
import org.grappe.value.Documents;

/** What was answered, and would be again to a retry, in which a name may stand. */
@ApplicationScoped
class NamedAnswers {
  private static final String BODY = "convert_from(k.body, 'UTF8')";
  private final Database database;

  NamedAnswers(Database database) {
    this.database = database;
  }

  /** Takes the name out; answers of how many answers. */
  int takeOut(PersonSearch search, boolean dryRun) {
    int[] found = {0};
    String sql =
        "select k.scope, 0::bigint, '', %s from idempotency_keys k where %s and %s"
            .formatted(BODY, search.having(BODY), search.naming(BODY));
    database.each(
        sql,
        NamedRow::of,
        search.args(),
        row -> {
          if (!Scrubbed.document(search.name(), row.content()).changed().isEmpty()) {
            found[0]++;
            if (!dryRun) {
              write(row);
            }
          }
        });
    return found[0];
  }

  private void write(NamedRow row) {
    database.change(
        "update idempotency_keys set body = ? where scope = ?",
        Documents.text(row.content()).getBytes(StandardCharsets.UTF_8),
        row.key());
  }
}
