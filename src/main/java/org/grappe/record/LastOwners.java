package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;

/** The clusters of a record as it is or was last, as the database tells them. */
@ApplicationScoped
class LastOwners {
  private static final String OF_LAST =
      """
      select unnest(%s?, (
        select h.row from history h where h.record_id = ? and h.record_table = ? and h.row is not null
        order by h.seq desc limit 1)))""";

  private final Database database;

  LastOwners(Database database) {
    this.database = database;
  }

  /** Those that it is of. */
  List<UUID> clusters(String table, UUID id) {
    return ask("clusters_of(", table, id);
  }

  /** Those whose editors look back at what belongs to it. */
  List<UUID> pastReaders(String table, UUID id) {
    return ask("past_readers_of(", table, id);
  }

  private List<UUID> ask(String function, String table, UUID id) {
    return database.all(
        OF_LAST.formatted(function),
        row -> row.getObject(1, UUID.class),
        List.of(table, id, table));
  }
}
