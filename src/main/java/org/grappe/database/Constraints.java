package org.grappe.database;

import java.util.Map;
import java.util.Set;
import org.grappe.problem.ProblemType;

/**
 * What a feature says of the constraints of its tables, so that their breach is told in the
 * contract's words. Every bean of this type is asked.
 */
public interface Constraints {
  /** Constraints whose breach has a type of its own; the sentence's key is the name. */
  default Map<String, ProblemType> problems() {
    return Map.of();
  }

  /**
   * Constraints that refuse what was read before another wrote it, and that a retry may satisfy.
   */
  default Set<String> retried() {
    return Set.of();
  }

  /**
   * SQL that selects the table and the id of the record that stands against a write, by the value
   * in its way. The key is the name of a unique constraint, or {@code <table>} of the foreign keys
   * {@code fk_<table>_<column>} of a table that only links records; {@code %s} is the column.
   */
  default Map<String, String> finders() {
    return Map.of();
  }
}
