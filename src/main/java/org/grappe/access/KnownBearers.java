package org.grappe.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.caller.Caller;
import org.grappe.caller.CredentialCheck;

/** API keys can be changed and revoked; the administrator's key and tokens are as they are. */
@ApplicationScoped
class KnownBearers implements CredentialCheck {
  private final KnownKeys keys;

  KnownBearers(KnownKeys keys) {
    this.keys = keys;
  }

  @Override
  public SecurityIdentity again(SecurityIdentity identity) {
    Caller.Author author = identity.<Caller>getAttribute(Caller.ATTRIBUTE).author();
    return author.kind() == Caller.Kind.API_KEY
        ? Bearers.identity(keys.caller(author.id()))
        : identity;
  }
}
