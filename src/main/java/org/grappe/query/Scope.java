package org.grappe.query;

import java.util.Map;
import java.util.Optional;

/**
 * A condition that comes from the address rather than from a filter.
 *
 * @param condition SQL in which {@code :name} is the value of this name
 */
public record Scope(String condition, Map<String, Object> values, Optional<Owner> owner) {
  /**
   * The record whose part it is.
   *
   * @param table where it is
   * @param key its id, or another name that its address has
   */
  public record Owner(String table, String key) {}

  /** One of nobody in particular. */
  public Scope(String condition, Map<String, Object> values) {
    this(condition, values, Optional.empty());
  }

  /** One whose only value is {@code :v}. */
  public Scope(String condition, Object value) {
    this(condition, Map.of("v", value));
  }

  /** The same, which is all that belongs to a record. */
  public Scope of(String table, Object key) {
    return new Scope(condition, values, Optional.of(new Owner(table, key.toString())));
  }

  Fragment fragment() {
    return new Fragment(condition);
  }

  /** The record with this id. */
  public static Scope id(Listing<?> listing, Object id) {
    return new Scope(listing.alias() + ".id = :v", id);
  }
}
