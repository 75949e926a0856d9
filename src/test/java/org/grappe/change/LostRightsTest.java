package org.grappe.change;

import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever waits with a key that lets him read less by now is told nothing of an application. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LostRightsTest {
  private static final long LIVES = 1_500;

  @TestHTTPResource("/")
  URI service;

  private String cluster;
  private String other;

  @BeforeEach
  void clusters() {
    cluster = make("/clusters", aCluster());
    other = make("/clusters", aCluster());
  }

  /** How a right is lost. */
  private enum Loss {
    PARTNER_REVOKED("PARTNER", false, 401),
    ADMIN_REVOKED("ADMIN", false, 401),
    EDITOR_REVOKED("EDITOR", false, 401),
    EXPIRED("PARTNER", true, 401),
    PARTNER_LOWERED("PARTNER", false, 200),
    ADMIN_LOWERED("ADMIN", false, 200),
    EDITOR_ELSEWHERE("EDITOR", false, 200);

    private final String role;
    private final boolean expires;
    private final int status;

    Loss(String role, boolean expires, int status) {
      this.role = role;
      this.expires = expires;
      this.status = status;
    }
  }

  private JsonPath aKey(Loss loss) {
    Map<String, Object> key = new HashMap<>(Map.of("name", unique("key"), "role", loss.role));
    if (loss.role.equals("EDITOR")) {
      key.put("clusters", List.of(cluster));
    }
    if (loss.expires) {
      key.put("expiresAt", Instant.now().plusMillis(LIVES).toString());
    }
    return post("/credentials", key).statusCode(201).extract().jsonPath();
  }

  private void lose(Loss loss, String id) throws InterruptedException {
    if (loss.expires) {
      Thread.sleep(LIVES);
    } else if (loss.status == 401) {
      delete("/credentials/" + id).statusCode(204);
    } else {
      patch("/credentials/" + id, Map.of("role", "EDITOR", "clusters", List.of(other)))
          .statusCode(200);
    }
  }

  private String anApplication() {
    return make(
        "/memberships",
        with(
            aMembership(cluster, make("/organisations", anOrganisation())),
            "appliedOn",
            "2026-01-01"));
  }

  private CompletableFuture<HttpResponse<String>> ask(String secret, String query, String accept) {
    String now = anyone().get("/changes?after=now").path("nextCursor");
    HttpRequest request =
        HttpRequest.newBuilder(
                service.resolve(
                    "/api/v1/changes?types=MEMBERSHIP&embed=record&after=" + now + query))
            .header("Authorization", "Bearer " + secret)
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_stream_ends_before_it_tells_more() throws Exception {
    for (Loss loss : Loss.values()) {
      JsonPath key = aKey(loss);
      var stream = ask(key.getString("secret"), "", "text/event-stream");
      Thread.sleep(300);
      assertFalse(stream.isDone(), loss + "");
      lose(loss, key.getString("id"));
      String application = anApplication();
      HttpResponse<String> answer = stream.get(10, TimeUnit.SECONDS);
      assertEquals(200, answer.statusCode());
      assertFalse(answer.body().contains(application), () -> loss + " " + answer.body());
    }
  }

  @Test
  void who_waits_asks_again() throws Exception {
    for (Loss loss : Loss.values()) {
      JsonPath key = aKey(loss);
      var page = ask(key.getString("secret"), "&wait=20", "application/json");
      Thread.sleep(300);
      assertFalse(page.isDone(), loss + "");
      lose(loss, key.getString("id"));
      String application = anApplication();
      HttpResponse<String> answer = page.get(10, TimeUnit.SECONDS);
      assertEquals(loss.status, answer.statusCode(), loss + " " + answer.body());
      assertFalse(answer.body().contains(application), () -> loss + " " + answer.body());
      if (loss.status == 200) {
        assertEquals(0, OpenApi.json(answer.body()).path("items").size());
      }
    }
  }

  @Test
  void who_may_read_what_he_might_is_told() throws Exception {
    JsonPath key = aKey(Loss.PARTNER_REVOKED);
    var page = ask(key.getString("secret"), "&wait=20", "application/json");
    Thread.sleep(300);
    patch("/credentials/" + key.getString("id"), Map.of("name", unique("renamed"))).statusCode(200);
    Thread.sleep(300);
    assertFalse(page.isDone());
    String application = anApplication();
    assertEquals(
        application,
        OpenApi.json(page.get(10, TimeUnit.SECONDS).body())
            .path("items")
            .path(0)
            .path("id")
            .asText());
  }
}
