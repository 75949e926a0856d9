package org.grappe.query;

/**
 * A part of a view that is itself a record: {@code subject} is read from the columns {@code
 * subject_…}, and is absent where the column {@code subject} is null.
 */
public interface Nested {}
