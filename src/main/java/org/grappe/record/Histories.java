package org.grappe.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.position.Positions;
import org.grappe.query.Columns;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.Scope;
import org.grappe.query.Sort;

/** The histories of all records. */
@ApplicationScoped
public class Histories {
  static final Listing<HistoryView> LISTING =
      Listing.of(
              "/{record}/history",
              HistoryView.class,
              Columns.of("h", HistoryView.class),
              "record_history h")
          .plainRows()
          .withoutPast()
          .sort("at", Sort.Kind.INSTANT, "h.at")
          .sortedBy("at");

  private final ListReader reader;
  private final Database database;
  private final Positions positions;

  Histories(ListReader reader, Database database, Positions positions) {
    this.reader = reader;
    this.database = database;
    this.positions = positions;
  }

  /** A record's history, oldest first. */
  public Page<HistoryView> page(UUID id) {
    return page(new Scope("h.record_id = :v", id));
  }

  /** That of several, such as those that had one address after another. */
  Page<HistoryView> page(List<UUID> ids) {
    return ids.size() == 1 ? page(ids.get(0)) : page(new Scope("h.record_id = any(:v)", ids));
  }

  private Page<HistoryView> page(Scope records) {
    positions.settled();
    return reader.page(LISTING, records);
  }

  /** Whether there is, or was, such a record. */
  public boolean knows(String table, UUID id) {
    return database
        .one(
            "select 1 from history where record_id = ? and record_table = ? limit 1",
            row -> true,
            id,
            table)
        .isPresent();
  }

  /** Whether a record has ever had this value in a column, such as that of its owner. */
  public boolean knows(UUID id, String column, UUID value) {
    return database
        .one(
            "select 1 from history where record_id = ? and row ->> ? = ? limit 1",
            row -> true,
            id,
            column,
            value.toString())
        .isPresent();
  }
}
