package org.grappe.table;

import java.util.List;

/** A column that a kind of file may have: the constants of an enumeration. */
public interface TableColumn {
  /** The name in the contract. */
  String title();

  /** By what other titles people call it, the more exact ones first. */
  List<String> titles();

  /**
   * The words, several apart by spaces, that make an unknown title look like this column. Empty for
   * a column without which nothing false is made of a line.
   */
  List<String> alarms();

  /**
   * What it stands for together with others: where one of them is known, the rest may be absent.
   */
  default String family() {
    return title();
  }
}
