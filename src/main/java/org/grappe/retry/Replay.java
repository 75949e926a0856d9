package org.grappe.retry;

import jakarta.ws.rs.core.Response;

/**
 * Ends a retry with the first answer. It is thrown, not returned, so that it does not depend on
 * what the resource method returns; what is rolled back with it has written nothing.
 */
final class Replay extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Response first;

  Replay(Response first) {
    super("answered already", null, false, false);
    this.first = first;
  }

  Response first() {
    return first;
  }
}
