package org.grappe.access;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Documents;

/** Bearer tokens of an OpenID Connect provider (RFC 9068), where one is configured. */
@Startup
@ApplicationScoped
class Tokens {
  /** Of several roles, the one that lets most. */
  private static final List<String> ROLES = List.of(Role.ADMIN, Role.EDITOR, Role.PARTNER);

  private final Optional<TrustedIssuer> issuer;
  private final JsonPointer roles;
  private final JsonPointer clusters;
  private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
  private final Database database;

  Tokens(OidcConfig config, Database database) {
    this.issuer = TrustedIssuer.of(config);
    this.roles = JsonPointer.compile("/" + config.rolesClaim());
    this.clusters = JsonPointer.compile("/" + config.clustersClaim());
    this.database = database;
  }

  boolean areTaken() {
    return issuer.isPresent();
  }

  /** Whether a text has the three parts of a signed token (RFC 7515, 7.1). */
  static boolean looksLikeOne(String text) {
    return text.chars().filter(c -> c == '.').count() == 2;
  }

  /**
   * Who bears this token.
   *
   * @throws Problem {@code unauthenticated} where it is not good; {@code unavailable} where the
   *     provider's keys have never been read
   */
  Caller caller(String token) {
    TokenParts.require(token);
    JsonNode claims = claims(token);
    JsonNode subject = claims.path("sub");
    if (!subject.isTextual() || !ClaimValues.isName(subject.textValue())) {
      throw Problems.refused("credential.subject");
    }
    var author = new Caller.Author(Caller.Kind.TOKEN, null, subject.textValue());
    List<String> given = ClaimValues.of(claims.at(roles));
    Optional<String> role =
        ROLES.stream()
            .filter(known -> given.stream().anyMatch(one -> ClaimValues.isWord(one, known)))
            .findFirst();
    boolean edits = role.filter(Role.EDITOR::equals).isPresent();
    return new Caller(author, role, edits ? clusters(claims.at(clusters)) : List.of());
  }

  private JsonNode claims(String token) {
    try {
      return Documents.MAPPER.valueToTree(
          parser.parse(token, issuer.orElseThrow().context()).getJwtClaims().getClaimsMap());
    } catch (ParseException refused) {
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException) {
          throw Problems.of(ProblemType.UNAVAILABLE, "credential.issuer-unreachable")
              .with("Retry-After", "5");
        }
      }
      throw Problems.refused("credential.token");
    }
  }

  private List<UUID> clusters(JsonNode claim) {
    return database.all(
        """
        select heirs_of(array(
          select clusters_named(key) from unnest(?::text[]) key
          union
          select id from clusters where id::text = any(?)))""",
        row -> row.getObject(1, UUID.class),
        List.of(ClaimValues.of(claim), ClaimValues.of(claim)));
  }
}
