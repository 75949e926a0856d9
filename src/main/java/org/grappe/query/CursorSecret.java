package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.StoredSecrets;

/** The key that signs cursors. */
@ApplicationScoped
class CursorSecret {
  private final StoredSecrets secrets;

  CursorSecret(StoredSecrets secrets) {
    this.secrets = secrets;
  }

  byte[] bytes() {
    return secrets.named("cursor-secret");
  }
}
