package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed in the middle of a completion has done all of it or nothing. */
@Thorough
class KilledMergerIT {
  private static final int MEMBERS = 20_000;
  @TempDir Path directory;

  private static RequestSpecification admin(PackagedService service) throws Exception {
    return given()
        .baseUri(service.api())
        .header("Authorization", "Bearer " + service.secret("admin-key"))
        .contentType("application/json");
  }

  private static String make(PackagedService service, String path, Map<String, ?> body)
      throws Exception {
    return admin(service).body(body).post(path).then().statusCode(201).extract().path("id");
  }

  private static int members(PackagedService service, String cluster) throws Exception {
    return admin(service)
        .get("/memberships?count=true&limit=1&cluster=" + cluster)
        .then()
        .extract()
        .path("total");
  }

  @Test
  void after_the_restart_there_is_all_of_it_or_nothing() throws Exception {
    String one;
    String two;
    String result;
    String merger;
    try (PackagedService service = PackagedService.ready(directory)) {
      one = make(service, "/clusters", cluster("first-party"));
      two = make(service, "/clusters", cluster("second-party"));
      result = make(service, "/clusters", cluster("one-of-two"));
      StringBuilder file = new StringBuilder("name;from\n");
      for (int i = 0; i < MEMBERS; i++) {
        file.append("Member ").append(i).append(";2010-01-01\n");
      }
      admin(service)
          .contentType("text/csv")
          .body(file.toString())
          .post("/memberships/csv?cluster=" + one)
          .then()
          .statusCode(200);
      merger = make(service, "/mergers", Map.of("parties", List.of(one, two), "result", result));
    }
    for (long moment : new long[] {300, 1_500}) {
      PackagedService service = PackagedService.ready(directory);
      String address = service.api() + "/mergers/" + merger + "/completion";
      RequestSpecification request =
          admin(service)
              .body(
                  Map.of("effectiveOn", "2015-01-01", "withoutBallots", true, "reason", "a test"));
      Thread completing = new Thread(() -> given().spec(request).post(address));
      completing.setUncaughtExceptionHandler((thread, cut) -> {});
      completing.start();
      Thread.sleep(moment);
      service.killed();
      completing.join();
      try (PackagedService again = PackagedService.ready(directory)) {
        int left = members(again, one);
        assertThat(left, anyOf(equalTo(MEMBERS), equalTo(0)));
        assertThat(members(again, result), equalTo(MEMBERS - left));
        String status = admin(again).get("/mergers/" + merger).then().extract().path("status");
        assertThat(status, equalTo(left == 0 ? "EFFECTIVE" : "ANNOUNCED"));
      }
    }
    try (PackagedService service = PackagedService.ready(directory)) {
      if (members(service, one) > 0) {
        completion(service, merger).then().statusCode(200);
      }
      assertThat(members(service, result), equalTo(MEMBERS));
    }
  }

  private static Response completion(PackagedService service, String merger) throws Exception {
    return admin(service)
        .body(Map.of("effectiveOn", "2015-01-01", "withoutBallots", true, "reason", "a test"))
        .post("/mergers/" + merger + "/completion");
  }

  private static Map<String, String> cluster(String slug) {
    return Map.of("slug", slug, "name", slug, "region", "76", "foundedOn", "2000");
  }
}
