package org.grappe.access;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.grappe.testing.Api;
import org.grappe.testing.Issuer;
import org.grappe.testing.RealPostgres;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Tokens of a provider that serves its keys: taken where all of them is good, else refused. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Issuer.class)
class TokenTest {

  private static RsaJsonWebKey key(String id) {
    try {
      return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty("issuer." + id));
    } catch (JoseException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static JwtClaims claims(String... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Issuer.NAME);
    claims.setAudience(Issuer.AUDIENCE);
    claims.setSubject("f3b1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
    return claims;
  }

  private static String signed(JwtClaims claims, Consumer<JsonWebSignature> change) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue("RS256");
    token.setKeyIdHeaderValue("first");
    token.setKey(key("first").getPrivateKey());
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    change.accept(token);
    try {
      return token.getCompactSerialization();
    } catch (JoseException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String token(JwtClaims claims) {
    return signed(claims, token -> {});
  }

  private static ValidatableResponse writes(String token) {
    return bearer(token).contentType("application/json").body(aSource()).post("/sources").then();
  }

  private static void refused(String token) {
    writes(token)
        .statusCode(401)
        .body("type", equalTo("/problems/unauthenticated"))
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    bearer(token).get("/regions").then().statusCode(401);
  }

  @Test
  void a_good_token_lets_its_bearer_do_what_its_role_lets() {
    writes(token(claims("admin"))).statusCode(201);
    writes(token(claims("offline_access", "Editor"))).statusCode(201);
    writes(token(claims("partner"))).statusCode(403);
    writes(token(claims())).statusCode(403);
    bearer(token(claims())).get("/regions").then().statusCode(200);
    bearer(token(claims("editor"))).get("/credentials").then().statusCode(403);
  }

  /** Nobody could ask later what its bearer may still do. */
  @Test
  void a_token_has_no_webhooks() {
    String partner = token(claims("partner"));
    bearer(partner).get("/webhooks").then().statusCode(200).body("items", hasSize(0));
    bearer(partner)
        .contentType("application/json")
        .body(Map.of("address", "https://receiver.invalid/"))
        .post("/webhooks")
        .then()
        .statusCode(403)
        .body("detail", containsString("API key"));
  }

  @Test
  void an_editors_clusters_come_from_a_claim_by_slug_or_id() {
    Map<String, Object> body = aCluster();
    String bySlug = "/clusters/" + make("/clusters", body);
    String id = make("/clusters", aCluster());
    JwtClaims claims = claims("editor");
    claims.setClaim("clusters", List.of(body.get("slug"), id));
    for (String path : List.of(bySlug, "/clusters/" + id)) {
      changes(token(claims), path, 200);
    }
    changes(token(claims), "/clusters/" + make("/clusters", aCluster()), 403);
    claims.setClaim("clusters", "no-such-cluster " + body.get("slug"));
    changes(token(claims), bySlug, 200);
    admin()
        .get(bySlug + "/history")
        .then()
        .body("items[1].by.kind", equalTo("TOKEN"))
        .body("items[1].by.name", equalTo("f3b1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d"));
  }

  private static void changes(String token, String path, int status) {
    bearer(token)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("city", Api.unique("City")))
        .patch(path)
        .then()
        .statusCode(status);
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    refused(
        signed(
            claims("admin"),
            token -> {
              token.setAlgorithmHeaderValue("none");
              token.setKey(null);
            }));
    String good = token(claims("admin"));
    refused(good.substring(0, good.lastIndexOf('.') + 1));
  }

  @Test
  void a_role_is_a_whole_item_of_the_list_and_nothing_like_it() {
    for (String item : List.of("x ADMIN", "ADMIN x", " ADMIN", "ADMIN,EDITOR", "admın", "ADMİN")) {
      String token = token(claims(item));
      writes(token).statusCode(403);
      bearer(token).get("/credentials").then().statusCode(403);
    }
    JwtClaims claims = claims();
    claims.setClaim("realm_access", Map.of("roles", List.of(List.of("ADMIN"))));
    writes(token(claims)).statusCode(403);
    claims.setClaim("realm_access", Map.of("roles", "offline_access ADMIN"));
    writes(token(claims)).statusCode(201);
  }

  @Test
  void a_token_that_does_not_say_whose_it_is_is_refused() {
    for (String subject : List.of("", " ", "\u00a0")) {
      JwtClaims claims = claims("ADMIN");
      claims.setSubject(subject);
      refused(token(claims));
    }
    JwtClaims claims = claims("ADMIN");
    claims.setClaim("sub", List.of("x"));
    refused(token(claims));
    claims.unsetClaim("sub");
    refused(token(claims));
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() {
    refused(
        signed(
            claims("admin"),
            token -> {
              token.setAlgorithmHeaderValue("HS256");
              token.setKey(new HmacKey(key("first").getPublicKey().getEncoded()));
            }));
  }

  @Test
  void a_token_of_or_for_somebody_else_is_refused() {
    JwtClaims claims = claims("admin");
    claims.setIssuer("https://elsewhere.example.org");
    refused(token(claims));
    claims = claims("admin");
    claims.setAudience("another-service");
    refused(token(claims));
    claims.unsetClaim("aud");
    refused(token(claims));
    claims = claims("admin");
    claims.unsetClaim("sub");
    refused(token(claims));
  }

  @Test
  void a_token_of_another_time_is_refused() {
    JwtClaims claims = claims("admin");
    claims.setIssuedAt(NumericDate.fromSeconds(1_400_000_000));
    claims.setExpirationTimeMinutesInTheFuture(-2);
    refused(token(claims));
    claims = claims("admin");
    claims.setNotBeforeMinutesInThePast(-2);
    refused(token(claims));
    claims = claims("admin");
    claims.unsetClaim("exp");
    refused(token(claims));
  }

  @Test
  void a_token_that_was_changed_is_refused() {
    String[] parts = token(claims("partner")).split("\\.");
    String[] others = token(claims("admin")).split("\\.");
    refused(parts[0] + "." + others[1] + "." + parts[2]);
    refused("a.b.c");
    refused(signed(claims("admin"), token -> token.setKey(key("second").getPrivateKey())));
  }

  @Test
  void a_key_that_the_provider_adds_is_taken_and_one_that_it_does_not_have_is_not()
      throws InterruptedException {
    writes(token(claims("admin"))).statusCode(201);
    // keys that were read less than 300 ms ago are not read anew
    Thread.sleep(500);
    System.setProperty("issuer.turned", "true");
    writes(
            signed(
                claims("admin"),
                token -> {
                  token.setKeyIdHeaderValue("second");
                  token.setKey(key("second").getPrivateKey());
                }))
        .statusCode(201);
    refused(signed(claims("admin"), token -> token.setKeyIdHeaderValue("third")));
  }

  @Test
  void api_keys_work_beside_tokens() {
    bearer(Api.aKey("EDITOR")).get("/regions").then().statusCode(200);
    refused("grp_" + "A".repeat(48));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void claims_that_are_nested_deeply_are_refused_and_nothing_breaks() {
    for (int depth : new int[] {40, 1_000, 3_500}) {
      refused(
          signed(
              claims("admin"),
              token ->
                  token.setPayload(
                      token
                          .getUnverifiedPayload()
                          .replaceFirst("\\{", "{\"deep\":" + nested(depth) + ","))));
    }
    JwtClaims claims = claims("admin");
    claims.setClaim("address", Map.of("lines", List.of(List.of("x"))));
    writes(token(claims)).statusCode(201);
  }

  @Test
  void a_token_that_is_none_for_access_is_refused() {
    for (String type : List.of("dpop+jwt", "logout+jwt", "secevent+jwt", "", "JWT ")) {
      refused(signed(claims("admin"), token -> token.setHeader("typ", type)));
    }
    for (String type : List.of("JWT", "jwt", "at+jwt", "application/at+jwt")) {
      writes(signed(claims("admin"), token -> token.setHeader("typ", type))).statusCode(201);
    }
  }

  @Test
  void a_token_that_was_issued_tomorrow_is_refused() {
    JwtClaims claims = claims("admin");
    claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() + 120));
    refused(token(claims));
    claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() + 10));
    writes(token(claims)).statusCode(201);
    claims.setClaim("iat", "now");
    refused(token(claims));
  }

  @Test
  void a_subject_that_cannot_be_kept_is_refused() {
    for (String subject : List.of("a\\u0000b", "a\\ud800", "\\udc00a")) {
      refused(
          signed(
              claims("admin"),
              token ->
                  token.setPayload(
                      token
                          .getUnverifiedPayload()
                          .replaceFirst(
                              "\"sub\":\"[^\"]*\"",
                              java.util.regex.Matcher.quoteReplacement(
                                  "\"sub\":\"" + subject + "\"")))));
    }
  }
}
