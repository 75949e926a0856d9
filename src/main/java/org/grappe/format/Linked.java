package org.grappe.format;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/** An answer that points elsewhere by a header. */
public interface Linked {

  /** The value of {@code Link} (RFC 8288). */
  @JsonIgnore
  Optional<String> link();

  /** The same where it is asked for at this address, which may be another than its own. */
  default Optional<String> link(String path) {
    return link();
  }
}
