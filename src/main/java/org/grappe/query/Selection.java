package org.grappe.query;

/** What is selected of a collection's records, and from where. */
final class Selection {
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

  /** Goes before the statement of a page, whose rows are weighed one after the other. */
  Fragment weighed() {
    return weighed;
  }
}
