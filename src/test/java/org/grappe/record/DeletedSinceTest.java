package org.grappe.record;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What belonged to a record that is deleted is told of the time when it was there. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DeletedSinceTest {

  private static void told(String list, String at, int size) {
    admin().get(list + "?knownAt=" + at).then().statusCode(200).body("items", hasSize(size));
    admin().get(list).then().statusCode(404);
    anyone().get(list + "?knownAt=" + at).then().statusCode(401);
  }

  @Test
  void lists_of_what_belonged_to_an_event_answer_as_then() {
    String cluster = make("/clusters", aCluster());
    String event = make("/events", with(anEvent(cluster), "startsOn", "2031-05-05"));
    String at = Instant.now().toString();
    delete("/events/" + event).statusCode(204);
    for (String list : List.of("registrations", "shares", "clashes")) {
      told("/events/" + event + "/" + list, at, 0);
    }
  }

  @Test
  void so_do_those_of_an_organisation_a_line_and_a_cluster() {
    String organisation = make("/organisations", anOrganisation());
    String cluster = make("/clusters", aCluster());
    String line =
        make(
            "/subsidy-lines",
            with(
                new LinkedHashMap<>(),
                "beneficiary",
                Map.of("cluster", make("/clusters", aCluster())),
                "purpose",
                "Studios",
                "amount",
                Map.of("amount", 100),
                "steps",
                List.of(Map.of("status", "VOTED"))));
    String at = Instant.now().toString();
    for (String record :
        List.of(
            "/organisations/" + organisation, "/clusters/" + cluster, "/subsidy-lines/" + line)) {
      delete(record).statusCode(204);
    }
    told("/organisations/" + organisation + "/mandates", at, 0);
    told("/organisations/" + organisation + "/memberships", at, 0);
    told("/clusters/" + cluster + "/colleges", at, 0);
    told("/subsidy-lines/" + line + "/payments", at, 0);
    told("/subsidy-lines/" + line + "/steps", at, 1);
    String step =
        admin().get("/subsidy-lines/" + line + "/steps?knownAt=" + at).path("items[0].id");
    admin()
        .get("/subsidy-lines/" + line + "/steps/" + step + "?knownAt=" + at)
        .then()
        .statusCode(200)
        .body("status", equalTo("VOTED"));
  }

  @Test
  void a_step_a_region_and_the_copy_are_told_as_of_an_instant() {
    String one = make("/clusters", aCluster());
    String two = make("/clusters", aCluster());
    String merger =
        make(
            "/mergers",
            Map.of("parties", List.of(one, two), "plannedFor", "2031-01", "result", two));
    String before = Instant.now().toString();
    post(
            "/mergers/" + merger + "/postponement",
            Map.of("plannedFor", "2031-06", "on", "2026-01-01"))
        .statusCode(200);
    String step = admin().get("/mergers/" + merger).path("steps[-1].id");
    String path = "/mergers/" + merger + "/steps/" + step + "?knownAt=";
    admin().get(path + Instant.now()).then().statusCode(200);
    admin().get(path + before).then().statusCode(404);
    anyone().get(path + before).then().statusCode(401);
    admin().get("/regions/76?knownAt=" + before).then().statusCode(200);
    anyone().get("/regions/76?knownAt=" + before).then().statusCode(401);
    String late = make("/clusters", aCluster());
    admin()
        .get("/export?knownAt=" + before)
        .then()
        .statusCode(200)
        .body(containsString(two))
        .body(not(containsString(late)));
    anyone().get("/export?knownAt=" + before).then().statusCode(401);
  }
}
