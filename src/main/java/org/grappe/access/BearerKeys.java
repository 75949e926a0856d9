package org.grappe.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;

/** Knows a caller by {@code Authorization: Bearer} and a key (RFC 6750). */
@ApplicationScoped
class BearerKeys implements HttpAuthenticationMechanism {
  private final AdminKey adminKey;

  BearerKeys(AdminKey adminKey) {
    this.adminKey = adminKey;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    String header = context.request().getHeader("Authorization");
    if (header == null || !context.request().path().startsWith("/api/")) {
      return Uni.createFrom().nullItem();
    }
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)
        && adminKey.matches(header.substring(7).strip())) {
      Principal admin = () -> "admin";
      return Uni.createFrom()
          .item(QuarkusSecurityIdentity.builder().setPrincipal(admin).addRole(Role.ADMIN).build());
    }
    return Uni.createFrom().failure(new AuthenticationFailedException());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"grappe\""));
  }
}
