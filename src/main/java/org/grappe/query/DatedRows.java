package org.grappe.query;

/** Which rows a statement, or a part of it, is about: see {@link Dated}. */
enum DatedRows {
  ALL,
  WITHOUT_PERIODS,
  WITH_PERIODS
}
