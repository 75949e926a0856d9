package org.grappe.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.config.Today;
import org.grappe.database.Replica;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * Finds the credential of an API key, anew at each request, so that one that is revoked stops
 * working at once and everywhere. It is looked for by its hash: a key that shares a beginning with
 * one that is taken is no nearer to it than any other.
 */
@ApplicationScoped
class KnownKeys {
  /** How exactly the last use of a key is known. */
  private static final Duration USE = Duration.ofMinutes(1);

  private final StoredKeys keys;
  private final Replica replica;
  private final Today today;

  KnownKeys(StoredKeys keys, Replica replica, Today today) {
    this.keys = keys;
    this.replica = replica;
    this.today = today;
  }

  /**
   * Who bears this key.
   *
   * @throws Problem {@code unauthenticated}, which tells a typing error from a key that is not, or
   *     no longer, taken
   */
  Caller caller(String key) {
    if (!ApiKey.isIntact(key)) {
      throw Problems.refused(
          key.startsWith(ApiKey.PREFIX) ? "credential.mistyped" : "credential.unknown");
    }
    StoredKeys.Key found = stillTaken(keys.byHash(ApiKey.hash(key)));
    Instant now = today.now();
    boolean isDue = found.lastUsedAt() == null || found.lastUsedAt().isBefore(now.minus(USE));
    if (isDue && !replica.isOne()) {
      keys.keepUse(found.caller().author().id(), now);
    }
    return found.caller();
  }

  /**
   * Who bears the key of this credential. Whoever changes or revokes it waits for the end of the
   * transaction in which this is asked.
   *
   * @throws Problem {@code unauthenticated} where it is taken no longer
   */
  Caller caller(UUID credential) {
    return stillTaken(keys.shared(credential)).caller();
  }

  /** Who bears the key of this credential now; empty where it is taken no longer. */
  Optional<Caller> bearer(UUID credential) {
    return keys.byId(credential).filter(this::isTaken).map(StoredKeys.Key::caller);
  }

  private boolean isTaken(StoredKeys.Key key) {
    return key.expiresAt() == null || key.expiresAt().isAfter(today.now());
  }

  private StoredKeys.Key stillTaken(Optional<StoredKeys.Key> key) {
    StoredKeys.Key found = key.orElseThrow(() -> Problems.refused("credential.unknown"));
    if (!isTaken(found)) {
      throw Problems.refused("credential.expired");
    }
    return found;
  }
}
