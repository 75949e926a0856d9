package org.grappe.query;

/** A page of what a query finds, turned into a statement. */
final class PageQuery {
  private static final Fragment WITHIN_BYTES =
      new Fragment(") page) heavy) weighed where page_weight - least(page_own, :bytes) <= :bytes");

  private final Query<?> query;
  private final RowsQuery rows;
  private final Selection selection;
  private final Sort.Key order;

  PageQuery(Query<?> query) {
    this.query = query;
    this.rows = new RowsQuery(query);
    this.selection = query.listing().selection();
    this.order = query.order();
  }

  /**
   * One page and the first row of the next, which is the one that would make it too long, or one
   * too many: {@code page_weight} says what the rows weigh up to each. The rows within come in
   * order, and a window without one keeps it. Each row that passes through a window is copied, so
   * there is one window, and it does no more than sum.
   */
  Select page(int bytes) {
    int most = query.request().limit + 1;
    Cut cut = new Cut(query);
    return (cut.isUsed(order)
            ? chosen(cut, most)
            : rows.everything().value("limit", most).add(RowsQuery.LIMIT))
        .value("bytes", bytes)
        .within(selection.weighed(), WITHIN_BYTES);
  }

  /**
   * The first rows by id, and only then what is told of them. How many stands in the statement, for
   * a plan made without it is one for a tenth of all rows.
   */
  private Select chosen(Cut cut, int most) {
    Select select =
        (cut.isLiteral() ? rows.literally() : rows.begun())
            .add(selection.columns())
            .add(order.column())
            .add("\nfrom (");
    cut.addTo(select, rows, order, "\nlimit " + most);
    return select.add(selection.dressed()).add(order.order());
  }

  /**
   * All rows as a table {@code found}, and the groups that are made of them.
   *
   * @param part what of the groups is asked for
   */
  Select groups(Groups groups, Groups.Part part) {
    Select select =
        rows.begun()
            .value("key", query.cursor().map(Cursor::key).orElse(null))
            .value("limit", query.request().limit + 1)
            .add("with found as not materialized (")
            .add(selection.columns())
            .add(selection.from());
    return rows.narrow(select).add(")").add(groups.sql(part, query.cursor().isPresent()));
  }
}
