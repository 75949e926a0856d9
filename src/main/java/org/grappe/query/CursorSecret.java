package org.grappe.query;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.grappe.database.StoredSecrets;

/** The key that signs cursors. */
@ApplicationScoped
class CursorSecret {
  private static final String NAME = "cursor-secret";
  private final StoredSecrets secrets;

  CursorSecret(StoredSecrets secrets) {
    this.secrets = secrets;
  }

  void prepare(@Observes StartupEvent started) {
    secrets.prepare(NAME);
  }

  byte[] bytes() {
    return secrets.named(NAME);
  }
}
