package org.grappe.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Tells who makes the request that is being served. */
@Singleton
public class Callers {
  private final SecurityIdentity identity;

  Callers(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller of this request. */
  public Caller current() {
    Caller known = identity.getAttribute(Caller.ATTRIBUTE);
    return known == null ? Caller.PUBLIC : known;
  }
}
