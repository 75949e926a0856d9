package org.grappe.query;

/** Which records a statement that tells the past, or a part of it, is about. */
enum PastRows {
  ALL(""),
  /** Those that are today what they were then: today's table has them, and its indexes. */
  UNCHANGED("past_unchanged."),
  /** Those that are others today, or are no more: the history has them. */
  CHANGED("past_changed.");

  private final String schema;

  PastRows(String schema) {
    this.schema = schema;
  }

  /** Where their tables are, with the dot; empty for where all are. */
  String schema() {
    return schema;
  }
}
