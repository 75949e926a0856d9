package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys of 32 random bytes that are kept in the database, so that every instance has the same. */
@ApplicationScoped
public class StoredSecrets {
  private final Database database;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  StoredSecrets(Database database) {
    this.database = database;
  }

  /** The one of this name; it is made where there is none. */
  public byte[] named(String name) {
    return known.computeIfAbsent(name, this::load);
  }

  /** Looks first: a replica takes none. */
  private byte[] load(String name) {
    return read(name).orElseGet(() -> make(name));
  }

  private Optional<byte[]> read(String name) {
    return database.one("select value from settings where name = ?", row -> row.getBytes(1), name);
  }

  private byte[] make(String name) {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    database.change(
        "insert into settings (name, value) values (?, ?) on conflict do nothing", name, fresh);
    return read(name).orElseThrow();
  }
}
