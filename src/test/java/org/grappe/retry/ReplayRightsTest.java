package org.grappe.retry;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that is kept is given again to who might still ask for it the first time. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReplayRightsTest {
  /** Of no cluster: every editor may enter one. */
  private static final Set<String> ANY_EDITORS = Set.of("/api/v1/organisations", "/api/v1/sources");

  private final List<String> surprises = new ArrayList<>();
  private List<Operation> posts;
  private OpenApi api;

  /** A key whose rights can be taken away. */
  private record Key(String id, String secret) {
    static Key of(String role, String... clusters) {
      var made =
          post(
                  "/credentials",
                  Map.of("name", unique("key"), "role", role, "clusters", List.of(clusters)))
              .statusCode(201)
              .extract();
      return new Key(made.path("id"), made.path("secret"));
    }

    void become(String role, String... clusters) {
      patch("/credentials/" + id, Map.of("role", role, "clusters", List.of(clusters)))
          .statusCode(200);
    }
  }

  @BeforeEach
  void read() {
    api = OpenApi.served();
    // what is done with a webhook, who made it does alone
    posts =
        api.operations()
            .filter(operation -> operation.method().equals("POST"))
            .filter(operation -> !operation.path().startsWith("/api/v1/webhooks/"))
            .toList();
  }

  /** An act that has been done once, and can be asked for again. */
  private record Done(
      Operation operation,
      Scene scene,
      String address,
      Object body,
      Key key,
      String retry,
      boolean isEditors) {
    Response again() {
      return scene.call(
          operation, address, body, bearer(key.secret).header("Idempotency-Key", retry));
    }
  }

  private Done done(Operation operation) {
    Scene scene = new Scene();
    String address = scene.address(operation);
    Object body = scene.body(operation);
    Key key = Key.of("EDITOR", scene.cluster());
    Done asEditor = new Done(operation, scene, address, body, key, unique("retry"), true);
    int status = asEditor.again().statusCode();
    if (status < 300) {
      return asEditor;
    }
    Key admin = Key.of("ADMIN");
    Done done = new Done(operation, scene, address, body, admin, unique("retry"), false);
    // an import is its sender's, here an administrator's
    assertTrue(Set.of(403, 404).contains(status), operation.toString());
    assertTrue(done.again().statusCode() < 300, operation.toString());
    return done;
  }

  private void expect(Done done, String what, Set<Integer> statuses) {
    Response again = done.again();
    if (!statuses.contains(again.statusCode()) || again.header("Idempotent-Replayed") != null) {
      surprises.add(
          done.operation + " " + what + ": " + again.statusCode() + " " + again.asString());
    }
  }

  @Test
  void a_caller_whose_rights_were_taken_away_reads_it_no_more() {
    for (Operation operation : posts) {
      Done done = done(operation);
      assertEquals("true", done.again().header("Idempotent-Replayed"), operation.toString());
      if (done.isEditors && !ANY_EDITORS.contains(operation.path())) {
        done.key.become("EDITOR", make("/clusters", aCluster()));
        expect(done, "with another cluster", Set.of(403, 404));
      }
      done.key.become(done.isEditors ? "PARTNER" : "EDITOR");
      expect(done, "with another role", Set.of(403, 404));
      admin().header("If-Match", "*").delete("/credentials/" + done.key.id);
      expect(done, "without the key", Set.of(401));
    }
    assertEquals(List.of(), surprises);
  }

  @Test
  void nobody_reads_again_of_what_is_there_no_longer() {
    int deleted = 0;
    for (Operation operation : posts) {
      Done done = done(operation);
      String location = done.again().header("Location");
      if (location == null || location.contains("/imports/")) {
        continue;
      }
      int gone = admin().basePath("").header("If-Match", "*").delete(location).statusCode();
      if (gone == 204) {
        deleted++;
        expect(done, "deleted", Set.of(404));
      }
    }
    assertTrue(deleted > 12, "deleted " + deleted);
    assertEquals(List.of(), surprises);
  }
}
