package org.grappe.body;

import jakarta.enterprise.context.RequestScoped;
import org.grappe.value.Digest;

/** The bytes of this request's body, by which a retry is known to be one. */
@RequestScoped
public class RequestBody {
  private byte[] bytes = {};
  private byte[] hash;

  /** Keeps what was read, not a copy: a file may be large. */
  void keep(byte[] read) {
    bytes = read;
  }

  /** Keeps the hash of a body that is too large to be kept. */
  public void keepHash(byte[] sha256) {
    hash = sha256;
  }

  /** The SHA-256 of the body. */
  public byte[] hash() {
    return hash == null ? Digest.of(bytes) : hash;
  }
}
