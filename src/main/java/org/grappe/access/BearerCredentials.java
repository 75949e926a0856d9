package org.grappe.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** Knows a caller by {@code Authorization: Bearer} and a key or a token (RFC 6750). */
@Singleton
class BearerCredentials implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";

  /**
   * Who shows no credential; asking the framework for it each time costs more than all the rest.
   */
  private static final SecurityIdentity ANYONE =
      QuarkusSecurityIdentity.builder()
          .setPrincipal(new QuarkusPrincipal(""))
          .setAnonymous(true)
          .build();

  /**
   * In the place of the framework's, which has a challenge made and looks for the template of the
   * address. Who shows no credential is refused at the most for asking too often.
   */
  private static final BiConsumer<RoutingContext, Throwable> REFUSAL = RoutingContext::fail;

  private final CallerLimits limits;

  BearerCredentials(CallerLimits limits) {
    this.limits = limits;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    // the document and its pages are open to all, and count for the address all the same
    boolean isOpen = !context.request().path().startsWith("/api/");
    String header = isOpen ? null : context.request().getHeader("Authorization");
    if (header == null) {
      return anonymous(context);
    }
    return identity(header, providers)
        .onFailure(BearerCredentials::isRefusal)
        .transform(refusal -> counted(refusal, context))
        .onItem()
        .invoke(identity -> limits.count(context, identity.getPrincipal().getName()));
  }

  private Uni<SecurityIdentity> anonymous(RoutingContext context) {
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, REFUSAL);
    try {
      limits.countAnonymous(context);
      return Uni.createFrom().item(ANYONE);
    } catch (Problem tooMany) {
      return Uni.createFrom().failure(tooMany);
    }
  }

  /** A refused credential counts against the address that it came from. */
  private Throwable counted(Throwable refusal, RoutingContext context) {
    try {
      limits.countAnonymous(context);
      return refusal;
    } catch (Problem tooMany) {
      return tooMany;
    }
  }

  private static Uni<SecurityIdentity> identity(String header, IdentityProviderManager providers) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? providers.authenticate(new BearerRequest(header.substring(SCHEME.length()).strip()))
        : Uni.createFrom().failure(Problems.refused("credential.scheme"));
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof Problem problem && problem.type().status() == 401;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", Problems.CHALLENGE));
  }
}
