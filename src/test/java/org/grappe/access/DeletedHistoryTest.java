package org.grappe.access;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.Test;

/** Who looked back at a record does so once it is deleted, and nobody else. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DeletedHistoryTest {
  /** Looks back at an address: its history, and what was known of it at an instant. */
  private record Past(String address, Instant known) {
    List<Integer> by(String key) {
      return Stream.of(address + "/history", address + "?knownAt=" + known)
          .map(past -> Wire.call("GET", past).bearer(key).status())
          .toList();
    }
  }

  @Test
  void of_each_kind_of_record_they_read_what_they_read_before() throws InterruptedException {
    String other = aKey("EDITOR", make("/clusters", aCluster()));
    List<Operation> operations = OpenApi.served().operations().toList();
    List<String> surprises = new ArrayList<>();
    int kinds = 0;
    for (Operation operation : operations) {
      // one that a credential names is not deleted
      if (operation.method().equals("DELETE")
          && !operation.path().equals("/api/v1/clusters/{cluster}")
          && hasHistory(operations, operation.path())) {
        kinds++;
        Scene scene = new Scene();
        String editor = aKey("EDITOR", scene.cluster());
        String address = scene.address(operation);
        Thread.sleep(5);
        Past past = new Past(address, Instant.now());
        Thread.sleep(5);
        List<Boolean> before = reads(past.by(editor));
        assertEquals(
            204,
            Wire.call("DELETE", address).header("If-Match", "*").bearer(Api.ADMIN_KEY).status());
        check(surprises, address + " to its editor", reads(past.by(editor)), before);
        check(surprises, address + " to administrators", past.by(Api.ADMIN_KEY), both(200));
        check(
            surprises,
            address + " to another editor",
            reads(past.by(other)),
            List.of(false, false));
      }
    }
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
    assertTrue(kinds > 15, kinds + " kinds");
  }

  private static boolean hasHistory(List<Operation> operations, String path) {
    return operations.stream().anyMatch(one -> one.path().equals(path + "/history"));
  }

  private static List<Integer> both(int status) {
    return List.of(status, status);
  }

  private static List<Boolean> reads(List<Integer> statuses) {
    return statuses.stream().map(status -> status == 200).toList();
  }

  private static void check(List<String> surprises, String what, List<?> found, List<?> wanted) {
    if (!found.equals(wanted)) {
      surprises.add("%s: %s instead of %s".formatted(what, found, wanted));
    }
  }

  @Test
  void what_is_no_clusters_is_looked_back_at_by_who_entered_it() {
    String key = aKey("EDITOR", make("/clusters", aCluster()));
    for (Map.Entry<String, Map<String, Object>> kind :
        Map.of("/organisations", anOrganisation(), "/sources", aSource()).entrySet()) {
      String path =
          bearer(key)
              .contentType("application/json")
              .body(kind.getValue())
              .post(kind.getKey())
              .header("Location")
              .replaceFirst(".*/api/v1", "");
      delete(path).statusCode(204);
      bearer(key)
          .get(path + "/history")
          .then()
          .statusCode(200)
          .body("items.action", contains("CREATED", "DELETED"));
      bearer(aKey("EDITOR", make("/clusters", aCluster())))
          .get(path + "/history")
          .then()
          .statusCode(404);
    }
  }

  @Test
  void an_application_that_was_deleted_is_hidden_as_it_was() throws InterruptedException {
    String cluster = make("/clusters", aCluster());
    String key = aKey("EDITOR", cluster);
    String other = aKey("EDITOR", make("/clusters", aCluster()));
    String path =
        "/memberships/"
            + make(
                "/memberships",
                with(
                    aMembership(cluster, make("/organisations", anOrganisation())),
                    "appliedOn",
                    "2016-01-01"));
    Past past = new Past("/api/v1" + path, Instant.now());
    Thread.sleep(5);
    assertEquals(both(200), past.by(key));
    assertEquals(both(404), past.by(other));
    delete(path).statusCode(204);
    assertEquals(both(200), past.by(key));
    assertEquals(both(404), past.by(other));
    assertEquals(both(403), past.by(aKey("PARTNER")));
  }

  @Test
  void of_a_cluster_that_was_deleted_its_records_are_looked_back_at() {
    String cluster = make("/clusters", aCluster());
    String path = "/clusters/" + cluster;
    String office = path + "/offices/" + make(path + "/offices", Map.of("city", "Sète"));
    delete(office).statusCode(204);
    delete(path).statusCode(204);
    admin()
        .get(office + "/history")
        .then()
        .statusCode(200)
        .body("items.action", contains("CREATED", "DELETED"));
  }

  @Test
  void a_clusters_mandate_has_no_history_below_an_organisation() {
    String cluster = make("/clusters", aCluster());
    String company = make("/organisations", anOrganisation());
    String mandate =
        make(
            "/clusters/" + cluster + "/mandates",
            Map.of("role", "OTHER", "from", "2016", "organisation", company));
    String path = "/organisations/" + company + "/mandates/" + mandate;
    admin().get(path).then().statusCode(404);
    admin().get(path + "/history").then().statusCode(404);
    admin()
        .get("/clusters/" + cluster + "/mandates/" + mandate + "/history")
        .then()
        .statusCode(200)
        .body("items[0].action", equalTo("CREATED"));
  }
}
