package org.grappe.query;

/**
 * Groups made of all rows that are found, told a page at a time in the order of their keys.
 *
 * @param made tables that follow {@code with found as (…)}, each after a comma; a group is a row of
 *     the last one, {@code t}
 * @param count says how many groups there are
 * @param columns what is told of a group, after {@code select}
 * @param from the tables that it is told of, after {@code from}
 * @param key what the groups are put in order by; unknown values stand last
 */
public record Groups(String made, String count, String columns, String from, GroupKey key) {
  /** What is asked of groups. */
  enum Part {
    PAGE,
    COUNT
  }

  /** SQL that goes on after {@code with found as (…)}. */
  Fragment sql(Part part, boolean goesOn) {
    if (part == Part.COUNT) {
      return new Fragment(made + "select count(*) from " + count);
    }
    return new Fragment(
        made
            + "select "
            + columns
            + ", "
            + key.text()
            + " as sort_key, 0 as page_weight\nfrom "
            + from
            + (goesOn ? "where " + key.after() + "\n" : "")
            + "order by "
            + key.order()
            + "\nlimit :limit");
  }
}
