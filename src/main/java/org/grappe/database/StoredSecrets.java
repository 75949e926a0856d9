package org.grappe.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of 32 random bytes that are kept in the database, so that every instance has the same. One
 * is made in a transaction of its own: what is known here is committed, whatever becomes of the
 * request that was the first to need it.
 */
@ApplicationScoped
public class StoredSecrets {
  private final Database database;
  private final Replica replica;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  StoredSecrets(Database database, Replica replica) {
    this.database = database;
    this.replica = replica;
  }

  /** Makes the one of this name before anybody needs it; a replica gets its primary's. */
  public void prepare(String name) {
    if (!replica.isOne()) {
      named(name);
    }
  }

  /** The one of this name; it is made where there is none. */
  public byte[] named(String name) {
    byte[] found = known.get(name);
    if (found == null) {
      found = read(name).orElseGet(() -> make(name));
      known.put(name, found);
    }
    return found;
  }

  private Optional<byte[]> read(String name) {
    return database.one("select value from settings where name = ?", row -> row.getBytes(1), name);
  }

  /**
   * One at a time, and on the connections kept for long work: who comes in a transaction holds one
   * of those that all share, and if all who hold one waited for another of them, none would come.
   */
  private synchronized byte[] make(String name) {
    try {
      return database.apart(
          () ->
              QuarkusTransaction.requiringNew()
                  .call(
                      () -> {
                        byte[] fresh = new byte[32];
                        new SecureRandom().nextBytes(fresh);
                        database.change(
                            "insert into settings (name, value) values (?, ?) on conflict do nothing",
                            name,
                            fresh);
                        return read(name).orElseThrow();
                      }));
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
