package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.grappe.caller.Caller;
import org.grappe.caller.CredentialCheck;

/**
 * Whether who waits for changes may still read what he might when he began. A key that was revoked,
 * has expired or lets its bearer read otherwise is found out before anything more is told.
 */
@ApplicationScoped
class FollowerRights {
  /** A key expires without anything being written. */
  private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

  private final CredentialCheck credentials;

  FollowerRights(CredentialCheck credentials) {
    this.credentials = credentials;
  }

  /** What has become of a right. */
  enum Verdict {
    AS_BEFORE,
    OTHERWISE,
    NONE
  }

  /** A verdict, and when it was given. */
  record Given(Verdict verdict, long at) {}

  /**
   * What has become of a caller's right. Of tokens nobody can be asked: they are as they were.
   *
   * @param given what was found out since the head was seen up to which is told: once for all who
   *     wait with one key
   */
  Verdict of(Caller caller, Map<Caller, Given> given) {
    if (caller.equals(Caller.PUBLIC)) {
      return Verdict.AS_BEFORE;
    }
    long now = System.nanoTime();
    return given
        .compute(
            caller,
            (who, known) ->
                known != null && now - known.at < FRESH ? known : new Given(of(who), now))
        .verdict();
  }

  private Verdict of(Caller caller) {
    Optional<String> mark = credentials.mark(caller);
    return mark.isEmpty()
        ? Verdict.AS_BEFORE
        : credentials
            .bearer(caller.author().id(), mark.get())
            .map(now -> reads(now, caller) ? Verdict.AS_BEFORE : Verdict.OTHERWISE)
            .orElse(Verdict.NONE);
  }

  private static boolean reads(Caller now, Caller before) {
    return now.role().equals(before.role())
        && Set.copyOf(now.clusters()).equals(Set.copyOf(before.clusters()));
  }
}
