package org.grappe.webhook;

import static org.grappe.testing.Api.bearer;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.grappe.testing.Records;

/** What callers do with webhooks. */
final class Hooks {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Hooks() {}

  static ValidatableResponse asked(String key, Object... members) {
    return bearer(key)
        .contentType("application/json")
        .body(Records.with(new LinkedHashMap<>(), members))
        .post("/webhooks")
        .then();
  }

  /** A new webhook, once its receiver has met the challenge. */
  static JsonPath active(String key, Receiver receiver, Object... members) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("address", receiver.address());
    JsonPath made =
        bearer(key)
            .contentType("application/json")
            .body(Records.with(body, members))
            .post("/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    awaitStatus(key, made.getString("id"), "ACTIVE");
    return made;
  }

  static void awaitStatus(String key, String id, String status) {
    await(() -> status.equals(status(key, id)), "the webhook is " + status(key, id));
  }

  static String status(String key, String id) {
    return bearer(key).get("/webhooks/" + id).then().extract().path("status");
  }

  static List<Map<String, Object>> deliveries(String key, String id, String query) {
    return bearer(key)
        .get("/webhooks/" + id + "/deliveries?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  static ValidatableResponse act(String key, String path) {
    return bearer(key).contentType("application/json").post("/webhooks/" + path).then();
  }

  static void await(BooleanSupplier what, String otherwise) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!what.getAsBoolean() && System.nanoTime() < end) {
      pause(50);
    }
    assertTrue(what.getAsBoolean(), otherwise);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
