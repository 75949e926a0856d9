package org.grappe.query;

/**
 * How records of the past are chosen: apart among those that are unchanged since, by today's
 * indexes, and among those that have changed.
 *
 * @param all " all", unless one may be found in both halves
 * @param inHistory whether an index of the history has what is asked for: where much has changed
 *     since, it is found there alone
 */
record PastCut(PastTables tables, String all, boolean inHistory) {
  private static final String EACH = "select cut_id, cut_key from (";
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
    choose(PastRows.CHANGED, select.add(and()), FEW, some);
    if (inHistory) {
      choose(PastRows.ALL, select.add(and()), MANY, some);
    }
    select.add(") known").add(order.cutOrder()).add(limit);
  }

  /** Whether each is found once, so that they may be counted apart. */
  boolean isDisjoint() {
    return !all.isEmpty();
  }

  private String and() {
    return "\nunion" + all + "\n";
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
