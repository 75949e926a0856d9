package org.grappe.query;

/**
 * What is selected of a collection's records, and from where: from its tables, or from the history
 * of one record.
 */
final class Selection {
  /**
   * In the place of a table, the one record as it stood in the registry at an instant. That which a
   * record tells as when it was written stands for the end of the act that wrote it.
   */
  private static final String KNOWN =
      """

      from (
        select h.row from history h join commits c on c.id = h.commit
        where h.record_id = :record and h.record_table = '%1$s'
          and (c.at <= :known or h.at = :known)
        order by h.seq desc limit 1) past
      join lateral jsonb_populate_record(null::%1$s, past.row) %2$s on past.row is not null\
      """;

  private static final String WEIGHED =
      """
      select weighed.* from (select heavy.*,
        sum(least(page_own, :bytes)) over (rows unbounded preceding) as page_weight
      from (select page.*, %s as page_own from (\
      """;

  private final String table;
  private final String alias;
  private final String joined;
  private String dress = "";
  private final Fragment columns;
  private final Fragment narrow;
  private final Fragment alone;
  private final Fragment weighed;
  private Fragment from;
  private Fragment known;
  private Fragment dressed;

  /**
   * What becomes records of a type.
   *
   * @param from the tables, first the collection's own with its alias
   */
  Selection(Class<?> type, String columns, String from) {
    String[] words = from.strip().split("\\s+", 3);
    this.table = words[0];
    this.alias = words[1];
    this.joined = words.length > 2 ? "\n" + words[2] : "";
    this.columns = new Fragment("select " + columns);
    this.alone = new Fragment("\nfrom " + table + " " + alias);
    this.narrow = new Fragment("\nfrom " + from);
    this.weighed = new Fragment(WEIGHED.formatted(Weight.of(type, "page")));
    join();
  }

  private void join() {
    from = new Fragment("\nfrom " + table + " " + alias + joined + dress);
    knownFrom(joined);
  }

  /** Tables in the place of those but the first, where the first has a record as it stood. */
  void knownFrom(String tables) {
    known = new Fragment(KNOWN.formatted(table, alias) + "\n" + tables + dress);
  }

  /** Tables that only columns are taken from: a page has its rows before it joins them. */
  void dress(String tables) {
    dress = "\n" + tables;
    join();
    dressed =
        new Fragment(
            ") cut\njoin %1$s %2$s on %2$s.id = cut.cut_id%3$s\n%4$s"
                .formatted(table, alias, joined, tables));
  }

  String table() {
    return table;
  }

  String alias() {
    return alias;
  }

  Fragment columns() {
    return columns;
  }

  Fragment from() {
    return from;
  }

  /** The tables that filters and orders ask. */
  Fragment narrow() {
    return narrow;
  }

  /** The collection's own table, which has all of its rows. */
  Fragment alone() {
    return alone;
  }

  /** Whether a page is cut before it is dressed. */
  boolean isCut() {
    return dressed != null;
  }

  /** Ends the choice of a page's rows, and joins all that is told of them. */
  Fragment dressed() {
    return dressed;
  }

  /** The same of one record, {@code :record}, as it was at an instant, {@code :known}. */
  Fragment known() {
    return known;
  }

  /** Goes before the statement of a page, whose rows are weighed one after the other. */
  Fragment weighed() {
    return weighed;
  }
}
