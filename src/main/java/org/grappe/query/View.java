package org.grappe.query;

import java.util.UUID;

/** A record as it is answered. */
public interface View {
  UUID id();

  /** The number of times that it was written, for {@code If-Match}. */
  long version();
}
