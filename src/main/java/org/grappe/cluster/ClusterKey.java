package org.grappe.cluster;

import java.util.Optional;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Scope;
import org.grappe.value.Slugs;

/**
 * A cluster as an address names it: by slug or id.
 *
 * @param text as it stands in the address
 */
public record ClusterKey(String text, Optional<UUID> id) {

  /**
   * Reads a part of an address.
   *
   * @throws Problem {@code invalid-parameter} where it is neither
   */
  public static ClusterKey of(String text) {
    if (!Slugs.isKey(text)) {
      throw Problems.parameter("cluster", "parameter.reference", text);
    }
    return new ClusterKey(text, Slugs.id(text));
  }

  /**
   * What finds its id in a statement.
   *
   * @param argument where {@link #value} stands there
   */
  public String sql(String argument) {
    return id.isPresent() ? argument : "(select clusters_named(" + argument + "))";
  }

  /** The argument of {@link #sql}. */
  public Object value() {
    return id.<Object>map(known -> known).orElse(text);
  }

  /** The rows whose column is its id. */
  Scope is(String column) {
    return new Scope(column + " = " + sql(":v"), value());
  }

  /** The same of rows that belong to it. */
  Scope in(String column) {
    return is(column).of("clusters", text);
  }
}
