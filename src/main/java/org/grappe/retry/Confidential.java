package org.grappe.retry;

/** An answer with something in it that is told once and never kept. */
public interface Confidential {

  /** What may be kept of it, for a retry with the same {@code Idempotency-Key}. */
  Object withoutSecret();
}
