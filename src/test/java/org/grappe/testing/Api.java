package org.grappe.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How the tests speak to the service: over HTTP, as an administrator or as anyone. */
public final class Api {
  public static final String ADMIN_KEY = "a-key-for-the-tests-alone";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /**
   * JSON is UTF-8, and its content type needs no charset; what may be logged is not made pretty.
   */
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset("UTF-8")
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false))
          .logConfig(LogConfig.logConfig().enablePrettyPrinting(false));

  private Api() {}

  public static RequestSpecification anyone() {
    return given().config(CONFIG).basePath("/api/v1");
  }

  /**
   * Anyone whose answers are made of the database: what is said twice is not looked up in memory.
   */
  public static RequestSpecification anyonePastMemory() {
    return anyone().header("Accept-Language", "en", "en");
  }

  public static RequestSpecification admin() {
    return anyone().header("Authorization", "Bearer " + ADMIN_KEY);
  }

  /** A caller with this key or token. */
  public static RequestSpecification bearer(String credential) {
    return anyone().header("Authorization", "Bearer " + credential);
  }

  /** A new API key of this role for these clusters. */
  public static String aKey(String role, String... clusters) {
    return made(
            "/credentials",
            Map.of("name", unique("key"), "role", role, "clusters", List.of(clusters)))
        .path("secret")
        .textValue();
  }

  public static ValidatableResponse get(String path, Object... params) {
    return anyone().get(path, params).then();
  }

  public static ValidatableResponse post(String path, Object body) {
    return admin().contentType("application/json").body(body).post(path).then();
  }

  /** Makes a record and answers its id. */
  public static String make(String path, Map<String, ?> body) {
    return made(path, body).path("id").textValue();
  }

  private static JsonNode made(String path, Map<String, ?> body) {
    return Wire.json(
        Wire.call("POST", "/api/v1" + path, "application/json", body).bearer(ADMIN_KEY), 201);
  }

  /** Changes the version that was just read. */
  public static ValidatableResponse patch(String path, Object body) {
    return patch(path, body, etag(path));
  }

  public static ValidatableResponse patch(String path, Object body, String etag) {
    return admin()
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(body)
        .patch(path)
        .then();
  }

  public static ValidatableResponse delete(String path) {
    return admin().header("If-Match", etag(path)).delete(path).then();
  }

  public static String etag(String path) {
    return admin().get(path).then().statusCode(200).extract().header("ETag");
  }

  /** A name that no other test has. */
  public static String unique(String word) {
    return word + "-" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
  }
}
