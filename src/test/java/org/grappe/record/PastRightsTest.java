package org.grappe.record;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.grappe.testing.Api;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask what the registry knew, and of when. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PastRightsTest {
  private String cluster;
  private String other;
  private String now;

  @BeforeEach
  void make_two_clusters() {
    cluster = make("/clusters", aCluster());
    other = make("/clusters", aCluster());
    now = Instant.now().toString();
  }

  private void requireStatus(Supplier<RequestSpecification> caller, String path, int status) {
    caller.get().get(path.replace("{at}", now)).then().statusCode(status);
  }

  @Test
  void an_editor_looks_back_at_lists_of_clusters_of_his_alone() {
    String slug = get("/clusters/" + cluster).extract().path("slug");
    String key = aKey("EDITOR", cluster);
    String partner = aKey("PARTNER");
    Supplier<RequestSpecification> editor = () -> bearer(key);
    for (String own : List.of(cluster, slug)) {
      requireStatus(editor, "/memberships?cluster=" + own + "&knownAt={at}", 200);
      requireStatus(editor, "/subsidy-lines/summary?cluster=" + own + "&knownAt={at}", 200);
      requireStatus(editor, "/events.ics?cluster=" + own + "&knownAt={at}", 200);
      requireStatus(editor, "/clusters/" + own + "/colleges?knownAt={at}", 200);
      requireStatus(editor, "/clusters/" + own + "/lineage?knownAt={at}", 200);
    }
    for (String path :
        List.of(
            "/memberships?knownAt={at}",
            "/organisations?knownAt={at}",
            "/memberships?cluster=" + other + "&knownAt={at}",
            "/memberships?cluster=nobody&knownAt={at}",
            "/clusters/" + other + "/offices?knownAt={at}",
            "/clusters/" + other + "/lineage?knownAt={at}")) {
      requireStatus(editor, path, 403);
      requireStatus(() -> bearer(partner), path, 403);
      requireStatus(Api::admin, path, 200);
      requireStatus(Api::anyone, path, 401);
    }
  }

  @Test
  void what_belongs_to_an_event_is_its_hosts() {
    String event = make("/events", anEvent(cluster));
    String at = Instant.now().toString();
    String path = "/events/" + event + "/shares?knownAt=" + at;
    bearer(aKey("EDITOR", cluster)).get(path).then().statusCode(200);
    bearer(aKey("EDITOR", other)).get(path).then().statusCode(403);
    bearer(aKey("EDITOR", cluster))
        .get("/events/" + event + ".ics?knownAt=" + at)
        .then()
        .statusCode(200);
    bearer(aKey("EDITOR", other))
        .get("/events/" + event + ".ics?knownAt=" + at)
        .then()
        .statusCode(403);
  }

  @Test
  void an_instant_that_is_not_past_is_not_settled_yet() {
    Instant later = Instant.now().plus(Duration.ofSeconds(100));
    for (String path :
        List.of("/clusters", "/clusters/" + cluster, "/clusters/" + cluster + "/lineage")) {
      String wait =
          admin()
              .get(path + "?knownAt=" + later)
              .then()
              .statusCode(409)
              .body("type", endsWith("/not-settled-yet"))
              .extract()
              .header("Retry-After");
      assertTrue(Integer.parseInt(wait) > 90 && Integer.parseInt(wait) <= 101, wait);
    }
    admin()
        .get("/clusters?knownAt=yesterday")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("knownAt"));
  }

  @Test
  void what_came_later_is_told_neither_of_a_record_nor_of_what_it_refers_to() {
    String organisation = make("/organisations", with(anOrganisation(), "name", "Before"));
    String member =
        make("/memberships", with(aMembership(cluster, organisation), "from", "2010-01-01"));
    String at = Instant.now().toString();
    patch("/organisations/" + organisation, Map.of("name", "Afterwards")).statusCode(200);
    String merger = make("/mergers", Map.of("parties", List.of(cluster, other), "result", other));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    admin()
        .get("/memberships?cluster=" + cluster + "&on=2026-01-01&knownAt=" + at)
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(member))
        .body("items[0].organisation.name", equalTo("Before"))
        .body("items[0].memberSince", equalTo("2010-01-01"));
    admin()
        .get("/memberships?cluster=" + other + "&on=2026-01-01&knownAt=" + at)
        .then()
        .body("items", hasSize(0));
    admin().get("/clusters/" + other + "?knownAt=" + at).then().body("continues", hasSize(0));
    admin()
        .get("/clusters/" + other + "/lineage?knownAt=" + at)
        .then()
        .body("clusters", hasSize(1))
        .body("mergers", hasSize(0));
    admin().get("/mergers/" + merger + "?knownAt=" + at).then().statusCode(404);
    String effective = Instant.now().toString();
    admin()
        .get("/clusters/" + other + "?knownAt=" + effective)
        .then()
        .body("continues", hasSize(1));
  }

  @Test
  void a_list_goes_on_at_the_instant_at_which_it_began() {
    for (int i = 0; i < 3; i++) {
      make(
          "/memberships",
          with(
              aMembership(cluster, make("/organisations", anOrganisation())),
              "from",
              "2015-01-01"));
    }
    String at = Instant.now().toString();
    String list = "/memberships?limit=2&cluster=" + cluster + "&knownAt=" + at;
    String next = admin().get(list).then().body("items", hasSize(2)).extract().path("next");
    make(
        "/memberships",
        with(aMembership(cluster, make("/organisations", anOrganisation())), "from", "2015-01-01"));
    admin()
        .basePath("")
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    String cursor = next.replaceFirst(".*cursor=", "");
    admin()
        .get("/memberships?limit=2&cluster=" + cluster + "&cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-cursor"));
  }
}
