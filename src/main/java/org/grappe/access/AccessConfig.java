package org.grappe.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may call and how often; the README's table tells each key as an environment variable. */
@ConfigMapping(prefix = "grappe.access")
interface AccessConfig {
  /** Bearer tokens of an OpenID Connect provider; taken where the address of its keys is set. */
  Oidc oidc();

  /** How often a caller may call. */
  Limits limits();

  /** What a token must be, and where it says what its bearer may do. */
  interface Oidc {
    /** The address of the provider's keys (a JWK set, RFC 7517). */
    Optional<String> jwks();

    /** What {@code iss} must be; required with {@link #jwks}. */
    Optional<String> issuer();

    /** What {@code aud} must contain; required with {@link #jwks}. */
    Optional<String> audience();

    /** The claim that holds the roles: a name, or a path such as {@code realm_access/roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** The claim that holds an editor's clusters, by slug or id. */
    @WithDefault("clusters")
    String clustersClaim();
  }

  /** Requests a minute; as many may come at once. */
  interface Limits {
    /** Whether there are limits at all. */
    @WithDefault("true")
    boolean enabled();

    /** Of one address without a credential. */
    @WithDefault("60000")
    long anonymous();

    /** Of one credential. */
    @WithDefault("120000")
    long credential();
  }
}
