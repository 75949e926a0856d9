package org.grappe.table;

import java.util.Set;

/** A column that a kind of file may have: the constants of an enumeration. */
public interface TableColumn {
  /** What it is called. */
  ColumnNames names();

  /** The words that make a title with one of the alarms mean something else. */
  default Set<String> otherMatters() {
    return Set.of();
  }

  /** The name in the contract. */
  default String title() {
    return names().title();
  }

  /**
   * What it stands for together with others: where one of them is known, the rest may be absent.
   */
  default String family() {
    return title();
  }
}
