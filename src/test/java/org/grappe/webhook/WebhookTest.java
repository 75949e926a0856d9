package org.grappe.webhook;

import static org.grappe.testing.Api.ADMIN_KEY;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that are sent to who asked for them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(WebhookProfile.class)
class WebhookTest {
  @Inject DataSource database;
  private Receiver receiver;
  private String partner;

  @BeforeEach
  void receive() throws Exception {
    receiver = new Receiver();
    partner = aKey("PARTNER");
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private void sql(String statement) {
    try (Connection connection = database.getConnection();
        var change = connection.createStatement()) {
      change.execute(statement);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void who_meets_the_challenge_is_sent_what_changes_signed_as_events() {
    JsonPath hook = Hooks.active(partner, receiver, "types", List.of("SOURCE"));
    String secret = hook.getString("secret");
    assertTrue(secret.matches("whsec_[A-Za-z0-9+/]{43}="));
    String id = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(id).size() == 1, "the source is told");
    var told = receiver.changesOf(id).get(0);
    assertTrue(told.isSignedWith(secret));
    assertTrue(receiver.received().allMatch(one -> one.isSignedWith(secret)));
    assertEquals("application/cloudevents+json", told.header("content-type"));
    assertEquals(told.header("webhook-id"), told.json().path("id").asText());
    assertEquals("1.0", told.json().path("specversion").asText());
    assertEquals("org.grappe.record.upserted", told.type());
    assertEquals("SOURCE/" + id, told.json().path("subject").asText());
    assertEquals("/hook?a=b", told.exchange().getRequestURI().toString());
    assertEquals("/api/v1/sources/" + id, told.data().path("url").asText());
    assertFalse(told.data().has("record"));
    // its cursor is a place in the feed
    bearer(partner)
        .queryParam("after", told.data().path("cursor").asText())
        .queryParam("types", "SOURCE")
        .get("/changes")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    delete("/sources/" + id).statusCode(204);
    Hooks.await(() -> receiver.changesOf(id).size() == 2, "its deletion is told");
    assertEquals("org.grappe.record.deleted", receiver.changesOf(id).get(1).type());
    assertEquals("DELETED", receiver.changesOf(id).get(1).data().path("reason").asText());
  }

  @Test
  void the_secret_is_told_once_and_each_has_his_own() {
    String retry = unique("retry");
    Map<String, Object> body = Map.of("address", receiver.address(), "description", "d");
    var first =
        bearer(partner)
            .header("Idempotency-Key", retry)
            .contentType("application/json")
            .body(body)
            .post("/webhooks")
            .then()
            .statusCode(201)
            .body("secret", matchesPattern("whsec_.*"))
            .body("status", equalTo("PENDING"))
            .extract();
    String id = first.path("id");
    assertTrue(first.header("Location").endsWith("/api/v1/webhooks/" + id));
    bearer(partner)
        .header("Idempotency-Key", retry)
        .contentType("application/json")
        .body(body)
        .post("/webhooks")
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .body("id", equalTo(id))
        .body("secret", nullValue());
    bearer(partner).get("/webhooks/" + id).then().statusCode(200).body("secret", nullValue());
    bearer(partner).get("/webhooks").then().body("items", hasSize(1));
    bearer(partner).get("/webhooks.csv").then().statusCode(200).body(containsString(id));
    for (String other : List.of(ADMIN_KEY, aKey("PARTNER"))) {
      bearer(other).get("/webhooks/" + id).then().statusCode(404);
      bearer(other).header("If-Match", "*").delete("/webhooks/" + id).then().statusCode(404);
      bearer(other).get("/webhooks/" + id + "/deliveries").then().statusCode(404);
      assertFalse(bearer(other).get("/webhooks").asString().contains(id));
    }
    assertFalse(admin().get("/changes?types=all").asString().contains(id));
  }

  @Test
  void a_change_needs_the_version_and_another_address_another_consent() throws Exception {
    JsonPath hook = Hooks.active(partner, receiver, "types", List.of("SOURCE"));
    String path = "/webhooks/" + hook.getString("id");
    bearer(partner)
        .contentType("application/merge-patch+json")
        .body(Map.of("description", "x"))
        .patch(path)
        .then()
        .statusCode(428);
    String etag = bearer(partner).get(path).header("ETag");
    bearer(partner)
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(Map.of("description", "x"))
        .patch(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    try (Receiver other = new Receiver().challenged(one -> one.answer(200, one.body()))) {
      bearer(partner)
          .contentType("application/merge-patch+json")
          .header("If-Match", "*")
          .body(Map.of("address", other.address()))
          .patch(path)
          .then()
          .statusCode(200)
          .body("status", equalTo("PENDING"));
      String id = make("/sources", aSource());
      Hooks.await(() -> other.received().count() > 1, "it is challenged");
      assertEquals("PENDING", Hooks.status(partner, hook.getString("id")));
      assertEquals(List.of(), other.changes());
      other.challenged(one -> one.answer(200, " " + one.data().path("challenge").asText() + "\n"));
      Hooks.await(() -> other.changesOf(id).size() == 1, "what was meanwhile comes once it is met");
      assertEquals(List.of(), receiver.changesOf(id));
      assertTrue(other.received().allMatch(one -> one.isSignedWith(hook.getString("secret"))));
    }
  }

  @Test
  void a_challenge_that_nobody_meets_is_tried_for_a_day() {
    receiver.challenged(one -> one.answer(200, "{\"challenge\":\"another\"}"));
    String id =
        Hooks.asked(partner, "address", receiver.address()).statusCode(201).extract().path("id");
    Hooks.await(
        () ->
            Hooks.deliveries(partner, id, "kind=challenge").stream()
                .anyMatch(one -> "CHALLENGE_NOT_MET".equals(one.get("error"))),
        "the error is told");
    Hooks.await(() -> receiver.received().count() > 2, "it is tried again");
    sql(
        "update webhook_deliveries set first_attempt_at = now() - interval '25 hours', due_at = now()"
            + " where webhook = '"
            + id
            + "'");
    Hooks.awaitStatus(partner, id, "ENDED");
    bearer(partner)
        .get("/webhooks/" + id)
        .then()
        .body("endReason", equalTo("CHALLENGE_UNANSWERED"));
    bearer(partner)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("description", "again"))
        .patch("/webhooks/" + id)
        .then()
        .statusCode(409)
        .body("type", containsString("webhook-not-sending"));
    Hooks.act(partner, id + "/secret").statusCode(409);
    Hooks.act(partner, id + "/challenge").statusCode(409);
  }

  private ValidatableResponse rotate(String retry, String id) {
    return bearer(partner)
        .header("Idempotency-Key", retry)
        .contentType("application/json")
        .post("/webhooks/" + id + "/secret")
        .then();
  }

  @Test
  void two_secrets_sign_while_one_takes_the_place_of_the_other() {
    JsonPath hook = Hooks.active(partner, receiver, "types", List.of("SOURCE"));
    String id = hook.getString("id");
    String retry = unique("retry");
    var rotated = rotate(retry, id).statusCode(200).extract().jsonPath();
    rotate(retry, id).statusCode(200).body("id", equalTo(id)).body("secret", nullValue());
    String source = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(source).size() == 1, "it is told");
    var told = receiver.changesOf(source).get(0);
    assertTrue(told.isSignedWith(hook.getString("secret")));
    assertTrue(told.isSignedWith(rotated.getString("secret")));
    assertEquals(2, told.header("webhook-signature").split(" ").length);
    assertTrue(rotated.getString("previousSecretUntil") != null);
    sql(
        "update webhooks set previous_secret_until = now() - interval '1 second' where id = '"
            + id
            + "'");
    String later = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(later).size() == 1, "it is told");
    assertFalse(receiver.changesOf(later).get(0).isSignedWith(hook.getString("secret")));
    assertTrue(receiver.changesOf(later).get(0).isSignedWith(rotated.getString("secret")));
    bearer(partner).get("/webhooks/" + id).then().body("previousSecretUntil", nullValue());
  }

  @Test
  void what_is_sent_is_what_the_credential_may_read_and_asks_for() throws Exception {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String other = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    Hooks.active(partner, receiver, "types", List.of("MEMBERSHIP"), "clusters", List.of(cluster));
    String elsewhere = anApplication(other);
    String application = anApplication(cluster);
    Hooks.await(() -> receiver.changesOf(application).size() == 1, "a partner reads applications");
    assertEquals(List.of(), receiver.changesOf(elsewhere));
    assertTrue(
        receiver.changes().stream()
            .allMatch(one -> one.data().path("type").asText().equals("MEMBERSHIP")));
    // no type of record, no cluster
    Hooks.asked(
            partner,
            "address",
            receiver.address(),
            "types",
            List.of("SOURCE", "WEBHOOK"),
            "clusters",
            List.of("no-such-cluster"))
        .statusCode(422);
    Hooks.asked(partner, "address", receiver.address(), "types", List.of("SOURCE", "WEBHOOK"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/types/1"));
  }

  @Test
  void a_cluster_that_has_been_deleted_stands_in_the_way_of_no_change() {
    String gone = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String stays = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String id = Hooks.active(partner, receiver, "clusters", List.of(gone, stays)).getString("id");
    delete("/clusters/" + gone).statusCode(204);
    changed(id, Map.of("description", "d")).statusCode(200).body("clusters.id", hasItem(gone));
    String next = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    changed(id, Map.of("clusters", List.of(stays, gone, next)))
        .statusCode(200)
        .body("clusters", hasSize(3));
    changed(id, Map.of("clusters", List.of(stays, "00000000-0000-7000-8000-000000000000")))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/clusters/1"));
    changed(id, Map.of("clusters", List.of(stays))).statusCode(200);
    changed(id, Map.of("clusters", List.of(stays, gone)))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/clusters/1"));
    Hooks.asked(partner, "address", receiver.address(), "clusters", List.of(gone)).statusCode(422);
  }

  private ValidatableResponse changed(String id, Map<String, Object> patch) {
    return bearer(partner)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(patch)
        .patch("/webhooks/" + id)
        .then();
  }

  private static String anApplication(String cluster) {
    return make(
        "/memberships",
        with(
            aMembership(cluster, make("/organisations", anOrganisation())),
            "appliedOn",
            "2016-01-01"));
  }

  @Test
  void a_webhook_ends_with_its_credential() {
    JsonPath key =
        post("/credentials", Map.of("name", unique("key"), "role", "PARTNER"))
            .statusCode(201)
            .extract()
            .jsonPath();
    String secret = key.getString("secret");
    String id = Hooks.active(secret, receiver, "types", List.of("SOURCE")).getString("id");
    patch("/credentials/" + key.getString("id"), Map.of("role", "EDITOR")).statusCode(200);
    String hidden = make("/sources", aSource());
    Hooks.pause(1_500);
    patch("/credentials/" + key.getString("id"), Map.of("role", "ADMIN")).statusCode(200);
    Hooks.awaitStatus(secret, id, "ENDED");
    bearer(secret).get("/webhooks/" + id).then().body("endReason", equalTo("CREDENTIAL_ENDED"));
    String next = Hooks.active(secret, receiver, "types", List.of("SOURCE")).getString("id");
    // what waits when it is revoked is not sent any more
    receiver.answering(one -> one.answer(503, ""));
    String waiting = make("/sources", aSource());
    Hooks.await(() -> !receiver.changesOf(waiting).isEmpty(), "it is tried");
    delete("/credentials/" + key.getString("id")).statusCode(204);
    Hooks.pause(500);
    int before = receiver.changes().size();
    make("/sources", aSource());
    Hooks.pause(2_000);
    assertEquals(before, receiver.changes().size());
    assertEquals(List.of(), receiver.changesOf(hidden));
    bearer(secret).get("/webhooks/" + next).then().statusCode(401);
  }

  @Test
  void a_key_that_expires_takes_its_webhooks_along() {
    JsonPath key =
        post("/credentials", Map.of("name", unique("key"), "role", "PARTNER")).extract().jsonPath();
    String id = Hooks.active(key.getString("secret"), receiver).getString("id");
    sql(
        "begin; set local grappe.act = '{\"by\": {\"kind\": \"SERVICE\", \"name\": \"a test\"}, \"at\": \"2026-01-01T00:00:00Z\"}';"
            + " update credentials set expires_at = now() where id = '"
            + key.getString("id")
            + "'; commit");
    String source = make("/sources", aSource());
    Hooks.pause(1_500);
    assertEquals(List.of(), receiver.changesOf(source));
    assertEquals("ENDED", statusOf(id));
  }

  private String statusOf(String id) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select status from webhooks where id = '" + id + "'")) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void a_credential_has_so_many_and_addresses_that_are_none_are_refused() {
    for (String address :
        List.of(
            "ftp://example.org/",
            "http://example.org:25/",
            "https://user@example.org/",
            "https://example.org/#here",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::ffff:127.0.0.1]/",
            "no address")) {
      Hooks.asked(partner, "address", address)
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/address"));
    }
    Hooks.asked(partner).statusCode(422);
    for (int i = 0; i < 20; i++) {
      Hooks.asked(partner, "address", "https://receiver.invalid/").statusCode(201);
    }
    Hooks.asked(partner, "address", "https://receiver.invalid/")
        .statusCode(409)
        .body("type", containsString("too-many-webhooks"));
  }

  @Test
  void a_place_that_is_gone_is_told_and_it_goes_on_from_now() {
    JsonPath hook = Hooks.active(partner, receiver, "types", List.of("SOURCE"));
    sql(
        "update webhooks set fingerprint = fingerprint + 1, position = position - 1 where id = '"
            + hook.getString("id")
            + "'");
    Hooks.await(
        () -> receiver.has(one -> one.type().equals("org.grappe.webhook.cursor-gone")),
        "it is told");
    var gone =
        receiver
            .received()
            .filter(one -> one.type().equals("org.grappe.webhook.cursor-gone"))
            .findFirst()
            .orElseThrow();
    assertEquals("/api/v1/export", gone.data().path("export").asText());
    bearer(partner)
        .queryParam("after", gone.data().path("cursor").asText())
        .get("/changes")
        .then()
        .statusCode(200);
    String next = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(next).size() == 1, "it goes on");
  }
}
