package org.grappe.shared.write;

import jakarta.enterprise.context.RequestScoped;

/** The bytes of this request's body, by which a retry is known to be one. */
@RequestScoped
public class RequestBody {
  private byte[] bytes = {};

  /** Keeps what was read, not a copy: a file may be large. */
  void keep(byte[] read) {
    bytes = read;
  }

  byte[] bytes() {
    return bytes;
  }
}
