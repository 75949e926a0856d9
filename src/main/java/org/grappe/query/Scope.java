package org.grappe.query;

/**
 * A condition that comes from the address rather than from a filter.
 *
 * @param condition SQL in which {@code :v} is the value
 */
public record Scope(String condition, Object value) {
  Fragment fragment() {
    return new Fragment(condition);
  }

  /** The record with this id. */
  public static Scope id(Listing<?> listing, Object id) {
    return new Scope(listing.alias() + ".id = :v", id);
  }
}
