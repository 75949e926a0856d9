package org.grappe.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which provider's tokens are taken, and where they say what their bearer may do. */
@ConfigMapping(prefix = "grappe.oidc")
interface OidcConfig {
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
