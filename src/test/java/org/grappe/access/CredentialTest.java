package org.grappe.access;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Effort;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.Test;

/** API keys: made once, told once, and gone when they are revoked. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CredentialTest {
  private static final String SHAPE = "grp_[A-Za-z0-9_-]{48}";
  @Inject DataSource database;

  private static Map<String, Object> aCredential(String role) {
    return new java.util.HashMap<>(Map.of("name", unique("key"), "role", role));
  }

  @Test
  void a_key_is_told_once_and_kept_nowhere() throws SQLException {
    var made = post("/credentials", aCredential("PARTNER")).statusCode(201);
    made.body("secret", matchesPattern(SHAPE)).header("Location", notNullValue());
    String secret = made.extract().path("secret");
    String path = "/credentials/" + made.extract().path("id");
    admin().get(path).then().statusCode(200).body("secret", nullValue());
    patch(path, Map.of("name", unique("key"))).statusCode(200).body("secret", nullValue());
    assertFalse(admin().get("/credentials").asString().contains(secret));
    assertFalse(admin().get(path + "/history").asString().contains(secret.substring(4)));
    assertFalse(everything().contains(secret.substring(4)), "the key is in the database");
  }

  /** All that the database has of credentials, in one text. */
  private String everything() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select (select string_agg(c::text, ' ') from credentials c)
                  || (select string_agg(h::text, ' ') from history h)
                  || coalesce((select string_agg(encode(body, 'escape'), ' ')
                               from idempotency_keys), '')""")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void a_retry_gives_the_same_credential_without_its_key() {
    Map<String, Object> body = aCredential("PARTNER");
    String retry = unique("retry");
    var first = keyed(retry, body).statusCode(201).body("secret", matchesPattern(SHAPE));
    keyed(retry, body)
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .body("id", equalTo(first.extract().path("id")))
        .body("secret", nullValue());
  }

  private static io.restassured.response.ValidatableResponse keyed(String key, Object body) {
    return admin()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/credentials")
        .then();
  }

  @Test
  void a_revoked_key_stops_at_once() {
    var made = post("/credentials", aCredential("EDITOR")).extract();
    String secret = made.path("secret");
    writes(secret, 201);
    delete("/credentials/" + made.path("id")).statusCode(204);
    writes(secret, 401)
        .body("detail", containsString("revoked"))
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    bearer(secret).get("/regions").then().statusCode(401);
  }

  @Test
  void a_key_works_until_it_expires_and_its_end_can_be_moved() {
    var made =
        post(
                "/credentials",
                with(aCredential("EDITOR"), "expiresAt", Instant.now().plusSeconds(600).toString()))
            .extract();
    String secret = made.path("secret");
    String path = "/credentials/" + made.path("id");
    writes(secret, 201);
    patch(path, Map.of("expiresAt", Instant.now().minusSeconds(1).toString())).statusCode(200);
    writes(secret, 401).body("detail", containsString("expired"));
    patch(path, Map.of("expiresAt", Instant.now().plusSeconds(600).toString())).statusCode(200);
    writes(secret, 201);
  }

  @Test
  void what_a_key_may_do_changes_with_its_role_at_once() {
    var made = post("/credentials", aCredential("PARTNER")).extract();
    writes(made.path("secret"), 403);
    patch("/credentials/" + made.path("id"), Map.of("role", "EDITOR")).statusCode(200);
    writes(made.path("secret"), 201);
  }

  private static io.restassured.response.ValidatableResponse writes(String secret, int status) {
    return bearer(secret)
        .contentType("application/json")
        .body(aSource())
        .post("/sources")
        .then()
        .statusCode(status);
  }

  @Test
  void a_typing_error_is_told_from_a_key_that_is_not_taken() {
    String secret = aKey("PARTNER");
    char last = secret.charAt(20) == 'A' ? 'B' : 'A';
    refused(secret.substring(0, 20) + last + secret.substring(21), "mistyped");
    refused(secret.substring(0, 40), "mistyped");
    refused(ApiKey.make(), "not known");
    refused("something else entirely", "not known");
    anyone()
        .header("Authorization", "Basic YTpi")
        .get("/regions")
        .then()
        .statusCode(401)
        .body("detail", containsString("Bearer"));
  }

  private static void refused(String secret, String why) {
    bearer(secret).get("/regions").then().statusCode(401).body("detail", containsString(why));
  }

  @Test
  void its_last_use_is_known() {
    var made = post("/credentials", aCredential("PARTNER")).extract();
    String path = "/credentials/" + made.path("id");
    admin().get(path).then().body("lastUsedAt", nullValue());
    String before = admin().get(path).getHeader("ETag");
    for (int i = 0; i < 3; i++) {
      bearer(made.path("secret")).get("/regions").then().statusCode(200);
    }
    admin().get(path).then().body("lastUsedAt", notNullValue());
    // it is no change of the record: the version that was read stays good
    patch(path, Map.of("name", unique("key")), before).statusCode(200);
    admin().get(path + "/history").then().body("items", hasSize(2));
  }

  @Test
  void credentials_are_found_by_role_and_cluster() {
    String cluster = make("/clusters", aCluster());
    post("/credentials", with(aCredential("EDITOR"), "clusters", List.of(cluster)))
        .statusCode(201)
        .body("clusters[0].id", equalTo(cluster));
    admin().get("/credentials?cluster=" + cluster).then().body("items", hasSize(1));
    admin().get("/credentials?role=partner&cluster=" + cluster).then().body("items", hasSize(0));
  }

  @Test
  void a_credential_names_a_role_and_clusters_that_exist() {
    post("/credentials", Map.of("role", "OWNER", "clusters", List.of("no-such-cluster")))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/clusters/0", "/name", "/role")));
  }

  @Test
  void a_cluster_that_a_credential_edits_is_not_deleted() {
    String cluster = make("/clusters", aCluster());
    aKey("EDITOR", cluster);
    delete("/clusters/" + cluster)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("credentials"));
  }

  /** In turn, so that what else the machine does weighs on both alike. */
  @Test
  void of_thousands_of_wrong_keys_none_is_taken_and_none_is_told_apart_by_its_time() {
    String taken = aKey("ADMIN");
    long[] strange = new long[Effort.of(5_000, 1_000)];
    long[] similar = new long[strange.length];
    for (int i = 0; i < strange.length; i++) {
      String wrong = ApiKey.make();
      strange[i] = timeOf(wrong);
      similar[i] = timeOf(intact(taken.substring(0, 24) + wrong.substring(24)));
    }
    double ratio = (double) median(similar) / median(strange);
    assertEquals(1.0, ratio, 0.15, "keys that begin as one that is taken: " + ratio);
    get("/regions").statusCode(200);
  }

  private static long timeOf(String wrong) {
    long began = System.nanoTime();
    int status = Wire.call("GET", "/api/v1/credentials").bearer(wrong).status();
    long time = System.nanoTime() - began;
    assertEquals(401, status, wrong);
    return time;
  }

  /** The key with the checksum that belongs to it, so that it is looked for in the database. */
  private static String intact(String key) {
    byte[] bytes = java.util.Base64.getUrlDecoder().decode(key.substring(4));
    var sum = new java.util.zip.CRC32();
    sum.update(bytes, 0, 32);
    java.nio.ByteBuffer.wrap(bytes).putInt(32, (int) sum.getValue());
    String whole = "grp_" + java.util.Base64.getUrlEncoder().encodeToString(bytes);
    assertEquals(true, ApiKey.isIntact(whole));
    return whole;
  }

  private static long median(long[] times) {
    java.util.Arrays.sort(times);
    return times[times.length / 2];
  }
}
