package org.grappe.query;

/**
 * How records of the past are chosen: apart among those that are unchanged since, by today's
 * indexes, and among those that have changed.
 *
 * @param inHistory whether an index of the history has what is asked for: where much has changed
 *     since, it is found there alone
 */
record PastCut(PastTables tables, boolean inHistory) {
  private static final String EACH = "select cut_id, cut_key from (";
  private static final String AND = "\nunion all\n";
  private static final String FEW = ") apart where (select few_have_changed())";
  private static final String MANY = ") apart where not (select few_have_changed())";

  /**
   * Adds the choice.
   *
   * @param some adds the same choice among any of them
   */
  void addTo(Select select, Sort.Key order, String limit, Runnable some) {
    select.add(EACH);
    choose(PastRows.UNCHANGED, select, FEW, some);
    choose(PastRows.CHANGED, select.add(AND), FEW, some);
    if (inHistory) {
      choose(PastRows.ALL, select.add(AND), MANY, some);
    }
    select.add(") known").add(order.cutOrder()).add(limit);
  }

  private void choose(PastRows rows, Select select, String when, Runnable some) {
    select.about(rows, tables).add(inHistory ? "(" + EACH : "(");
    some.run();
    select.about(PastRows.ALL, tables).add(inHistory ? when + ")" : ")");
  }

  /** Adds how many there are. */
  void addCount(Select select, Runnable some) {
    count(PastRows.UNCHANGED, select.add("select "), some);
    count(PastRows.CHANGED, select.add(" + "), some);
  }

  private void count(PastRows rows, Select select, Runnable some) {
    select.about(rows, tables).add("(select count(*)");
    some.run();
    select.about(PastRows.ALL, tables).add(")");
  }
}
