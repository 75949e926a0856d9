package org.grappe.cluster;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that gets another slug is found by those that it had, wherever one is named. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FormerSlugTest {
  private String cluster;
  private String former;
  private String slug;
  private String college;

  @BeforeEach
  void a_cluster_with_another_slug() {
    former = unique("former");
    slug = unique("slug");
    cluster = make("/clusters", with(aCluster(), "slug", former));
    college = make("/clusters/" + former + "/colleges", Map.of("name", "Studios"));
    make("/events", with(anEvent(former), "startsOn", "2031-01-01"));
    make(
        "/memberships",
        with(aMembership(former, make("/organisations", anOrganisation())), "from", "2015-01-01"));
    get("/clusters/" + former).statusCode(200).header("Link", nullValue());
    patch("/clusters/" + cluster, Map.of("slug", slug)).statusCode(200).body("slug", equalTo(slug));
  }

  @Test
  void it_answers_under_the_former_one_and_says_which_it_has() {
    String canonical = "</api/v1/clusters/" + slug + ">; rel=\"canonical\"";
    get("/clusters/" + former)
        .statusCode(200)
        .body("id", equalTo(cluster))
        .body("slug", equalTo(slug))
        .header("Link", equalTo(canonical));
    anyone().head("/clusters/" + former).then().statusCode(200).header("Link", canonical);
    get("/clusters/" + slug).statusCode(200).header("Link", nullValue());
    get("/clusters/" + cluster).statusCode(200).header("Link", nullValue());
    admin().get("/clusters/" + former + "?knownAt=" + Instant.now()).then().statusCode(200);
    admin().get("/clusters/" + former + "/history").then().body("items", hasSize(2));
  }

  @Test
  void lists_and_what_is_inside_it_are_found_by_it() {
    for (String list :
        List.of(
            "/memberships?cluster=" + former,
            "/memberships?includePredecessors=true&cluster=" + former,
            "/events?cluster=" + former,
            "/clusters/" + former + "/colleges",
            "/colleges?cluster=" + former)) {
      get(list).statusCode(200).body("items", hasSize(1));
    }
    get("/clusters/" + former + "/colleges/" + college).statusCode(200);
    get("/clusters/" + former + "/lineage").statusCode(200).body("clusters", hasSize(1));
    get("/events.ics?cluster=" + former).statusCode(200).body(containsString("BEGIN:VEVENT"));
    get("/subsidy-lines/summary?cluster=" + former + "&per=member&includePredecessors=true")
        .statusCode(200);
    make(
        "/figures",
        Map.of(
            "subject", Map.of("cluster", former), "metric", "MEMBERS", "value", 3, "asOf", "2015"));
    get("/figures?subject=cluster:" + former).body("items", hasSize(1));
  }

  @Test
  void requests_name_it_so() {
    make("/events", with(anEvent(former), "startsOn", "2031-01-02"));
    String key = aKey("EDITOR", former);
    bearer(key)
        .contentType("application/json")
        .body(Map.of("name", "Publishers"))
        .post("/clusters/" + former + "/colleges")
        .then()
        .statusCode(201);
    admin()
        .contentType("text/csv")
        .body("name;from\n" + unique("Member") + ";2012-01-01\n")
        .post("/memberships/csv?cluster=" + former)
        .then()
        .statusCode(200)
        .body("made", equalTo(1));
  }

  @Test
  void it_never_comes_free_and_administrators_alone_change_it() {
    post("/clusters", with(aCluster(), "slug", former))
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"));
    String other = make("/clusters", aCluster());
    patch("/clusters/" + other, Map.of("slug", former))
        .statusCode(409)
        .body("type", equalTo("/problems/duplicate"));
    bearer(aKey("EDITOR", cluster))
        .contentType("application/merge-patch+json")
        .header("If-Match", etag("/clusters/" + cluster))
        .body(Map.of("slug", unique("mine")))
        .patch("/clusters/" + cluster)
        .then()
        .statusCode(403)
        .body("errors[0].pointer", equalTo("/slug"));
    patch("/clusters/" + cluster, Map.of("slug", former)).statusCode(200);
    get("/clusters/" + slug).body("slug", equalTo(former));
  }
}
