package org.grappe.query;

import java.util.List;
import java.util.UUID;

/** All that a query finds, turned into statements. */
final class ExportQuery {
  private static final Fragment TOLD =
      new Fragment(
          "\nfrom (select told.id as cut_id, told.place"
              + " from unnest(:ids::uuid[]) with ordinality told(id, place)");

  private final Query<?> query;
  private final RowsQuery rows;
  private final Selection selection;
  private final Sort.Key order;
  private final boolean ordered;

  /**
   * That of a query.
   *
   * @param ordered whether the rows come in order though none is asked for
   */
  ExportQuery(Query<?> query, boolean ordered) {
    this.query = query;
    this.rows = new RowsQuery(query);
    this.selection = query.listing().selection();
    this.order = query.order();
    this.ordered = ordered;
  }

  /** All rows, or the first so many. */
  Select all(int most) {
    Select select = isOrdered() ? rows.everything() : rows.rows();
    return most < Integer.MAX_VALUE ? select.value("limit", most).add(RowsQuery.LIMIT) : select;
  }

  /** The ids of all rows, or of the first so many, in their order. */
  Select ids(int most) {
    Select select = rows.begun().add("select cut_id\nfrom (");
    String limit = most < Integer.MAX_VALUE ? "\nlimit " + most : "";
    new Cut(query).addAll(select, rows, order, isOrdered(), limit);
    return select.add(") cut");
  }

  /** What is told of the rows with these ids, in this order. */
  Select told(List<UUID> ids) {
    return rows.begun()
        .value("ids", ids)
        .add(selection.columns())
        .add(TOLD)
        .add(selection.dressed())
        .add("\norder by cut.place");
  }

  /** Rows come as they are where no order is asked for: so the first of a million comes at once. */
  private boolean isOrdered() {
    return ordered || !query.request().text("sort").isEmpty();
  }
}
