package org.grappe.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.grappe.caller.Caller;

/** Tells whose a credential is: the administrator's key, an API key or a token. */
@Singleton
class Bearers implements IdentityProvider<BearerRequest> {
  /** Who bears the key of the configuration. */
  static final Caller ADMINISTRATOR = Caller.administrator(Caller.Kind.ADMIN_KEY, "administrator");

  private final AdminKey adminKey;
  private final KnownKeys keys;
  private final Tokens tokens;

  Bearers(AdminKey adminKey, KnownKeys keys, Tokens tokens) {
    this.adminKey = adminKey;
    this.keys = keys;
    this.tokens = tokens;
  }

  @Override
  public Class<BearerRequest> getRequestType() {
    return BearerRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      BearerRequest request, AuthenticationRequestContext context) {
    if (adminKey.matches(request.text())) {
      return Uni.createFrom().item(identity(ADMINISTRATOR));
    }
    return context.runBlocking(() -> identity(caller(request.text())));
  }

  private Caller caller(String text) {
    return tokens.areTaken() && Tokens.looksLikeOne(text) ? tokens.caller(text) : keys.caller(text);
  }

  static SecurityIdentity identity(Caller caller) {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(() -> caller.author().key())
            .addAttribute(Caller.ATTRIBUTE, caller);
    caller.role().ifPresent(identity::addRole);
    return identity.build();
  }
}
