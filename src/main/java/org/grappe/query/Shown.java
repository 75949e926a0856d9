package org.grappe.query;

import java.util.List;

/**
 * What a list shows where nothing narrows it, or this status alone, as the parts of which it
 * consists in one order; an index serves each.
 */
record Shown(String order, String status, List<Fragment> parts) {
  /** Whether a request asks for just that. */
  boolean serves(ListRequest request) {
    return request.isSortedBy(order)
        && request.isNarrowedBy("status")
        && request.filters.of("status").filter(asked -> !asked.equals(List.of(status))).isEmpty();
  }
}
