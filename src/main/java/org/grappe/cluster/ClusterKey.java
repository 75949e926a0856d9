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
    Optional<UUID> id = Slugs.id(text);
    if (id.isEmpty() && !Slugs.isSlug(text)) {
      throw Problems.parameter("cluster", "parameter.reference", text);
    }
    return new ClusterKey(text, id);
  }

  /** The rows that belong to it. */
  public Scope scope(String byId, String bySlug) {
    return id.map(known -> new Scope(byId, known)).orElseGet(() -> new Scope(bySlug, text));
  }

  /** The rows whose column refers to it. */
  public Scope in(String column) {
    return scope(column + " = :v", column + " = (select clusters_named(:v))").of("clusters", text);
  }
}
