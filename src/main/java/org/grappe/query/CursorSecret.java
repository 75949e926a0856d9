package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.grappe.database.Database;

/** The key that signs cursors: kept in the database, so that every instance reads them alike. */
@ApplicationScoped
class CursorSecret {
  private final Database database;
  private volatile byte[] secret;

  CursorSecret(Database database) {
    this.database = database;
  }

  byte[] bytes() {
    if (secret == null) {
      byte[] fresh = new byte[32];
      new SecureRandom().nextBytes(fresh);
      database.change(
          "insert into settings (name, value) values ('cursor-secret', ?) on conflict do nothing",
          fresh);
      secret =
          database
              .one(
                  "select value from settings where name = 'cursor-secret'", row -> row.getBytes(1))
              .orElseThrow();
    }
    return secret;
  }
}
