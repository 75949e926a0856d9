package org.grappe.access;

import io.smallrye.jwt.KeyFormat;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.util.Optional;
import java.util.Set;

/**
 * The provider whose tokens are taken.
 *
 * @param context what a token must be
 */
record TrustedIssuer(JWTAuthContextInfo context) {
  /** Signatures by a key of which only the provider has the secret half: never HS256. */
  private static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(
          SignatureAlgorithm.RS256,
          SignatureAlgorithm.RS384,
          SignatureAlgorithm.RS512,
          SignatureAlgorithm.PS256,
          SignatureAlgorithm.PS384,
          SignatureAlgorithm.PS512,
          SignatureAlgorithm.ES256,
          SignatureAlgorithm.ES384,
          SignatureAlgorithm.ES512);

  static final int SKEW_SECONDS = 30;
  private static final int MINUTES_KEPT = 15;

  /**
   * The provider of the configuration, if it names one.
   *
   * @throws IllegalArgumentException if it names its keys without its name or this audience, for
   *     then a token made for somebody else would be taken
   */
  static Optional<TrustedIssuer> of(OidcConfig oidc) {
    return oidc.jwks()
        .map(
            keys ->
                new TrustedIssuer(
                    context(
                        keys,
                        required(oidc.issuer(), "GRAPPE_OIDC_ISSUER"),
                        required(oidc.audience(), "GRAPPE_OIDC_AUDIENCE"))));
  }

  private static JWTAuthContextInfo context(String keys, String issuer, String audience) {
    JWTAuthContextInfo context = new JWTAuthContextInfo();
    context.setPublicKeyLocation(keys);
    context.setKeyFormat(KeyFormat.JWK);
    context.setIssuedBy(issuer);
    context.setExpectedAudience(Set.of(audience));
    context.setSignatureAlgorithm(ALGORITHMS);
    context.setRequiredClaims(Set.of("sub"));
    context.setClockSkew(SKEW_SECONDS);
    context.setJwksRefreshInterval(MINUTES_KEPT);
    // an unknown key id has the keys read anew, but not at every request that brings one
    context.setForcedJwksRefreshInterval(1);
    return context;
  }

  private static String required(Optional<String> value, String name) {
    return value.orElseThrow(
        () -> new IllegalArgumentException(name + " must be set with GRAPPE_OIDC_JWKS"));
  }
}
