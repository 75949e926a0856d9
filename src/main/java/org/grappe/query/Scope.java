package org.grappe.query;

import java.util.Map;

/**
 * A condition that comes from the address rather than from a filter.
 *
 * @param condition SQL in which {@code :name} is the value of this name
 */
public record Scope(String condition, Map<String, Object> values) {
  /** One whose only value is {@code :v}. */
  public Scope(String condition, Object value) {
    this(condition, Map.of("v", value));
  }

  Fragment fragment() {
    return new Fragment(condition);
  }

  /** The record with this id. */
  public static Scope id(Listing<?> listing, Object id) {
    return new Scope(listing.alias() + ".id = :v", id);
  }
}
