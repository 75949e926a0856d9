package org.grappe.access;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An editor writes what is its clusters', and sees of others what the public sees. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EditorTest {
  private String ours;
  private String theirs;
  private String company;
  private String ourKey;
  private String theirKey;

  @BeforeEach
  void two_clusters_with_an_editor_each_and_a_company() {
    ours = make("/clusters", aCluster());
    theirs = make("/clusters", aCluster());
    company = make("/organisations", anOrganisation());
    ourKey = aKey("EDITOR", ours);
    theirKey = aKey("EDITOR", theirs);
  }

  private static ValidatableResponse patch(String key, String path, Object body) {
    return bearer(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path)
        .then();
  }

  private static ValidatableResponse post(String key, String path, Object body) {
    return bearer(key).contentType("application/json").body(body).post(path).then();
  }

  private String application(String cluster) {
    return make("/memberships", with(aMembership(cluster, company), "appliedOn", "2020-01-01"));
  }

  @Test
  void moving_a_membership_needs_the_editor_of_both_clusters() {
    String path =
        "/memberships/"
            + make("/memberships", with(aMembership(ours, company), "from", "2016-01-01"));
    patch(ourKey, path, Map.of("cluster", theirs))
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"));
    patch(theirKey, path, Map.of("cluster", theirs)).statusCode(403);
    admin().get(path).then().body("cluster.id", equalTo(ours));
    patch(aKey("EDITOR", ours, theirs), path, Map.of("cluster", theirs)).statusCode(200);
  }

  @Test
  void an_organisation_is_theirs_whose_clusters_have_all_that_names_it() {
    String path = "/organisations/" + company;
    post(ourKey, "/memberships", with(aMembership(ours, company), "from", "2016-01-01"))
        .statusCode(201);
    patch(ourKey, path, Map.of("city", "Nîmes")).statusCode(200);
    patch(theirKey, path, Map.of("city", "Alès")).statusCode(403);
    post(theirKey, "/memberships", with(aMembership(theirs, company), "from", "2016-01-01"))
        .statusCode(201);
    patch(ourKey, path, Map.of("city", "Alès")).statusCode(403);
    bearer(ourKey).get(path + "/history").then().statusCode(403);
    patch(aKey("EDITOR", ours, theirs), path, Map.of("city", "Alès")).statusCode(200);
    admin().get(path).then().body("city", equalTo("Alès"));
  }

  @Test
  void a_source_is_theirs_who_entered_it_until_a_record_of_another_cluster_cites_it() {
    String source = post(ourKey, "/sources", aSource()).statusCode(201).extract().path("id");
    String path = "/sources/" + source;
    patch(ourKey, path, Map.of("author", "A")).statusCode(200);
    patch(theirKey, path, Map.of("author", "A")).statusCode(403);
    patch(
            theirKey,
            "/clusters/" + theirs,
            Map.of("statements", List.of(Map.of("text", "t", "source", source))))
        .statusCode(200);
    patch(ourKey, path, Map.of("author", "B")).statusCode(403);
    patch(theirKey, path, Map.of("author", "B")).statusCode(200);
  }

  @Test
  void a_figure_of_several_clusters_needs_the_editor_of_all_and_one_of_a_region_an_administrator() {
    Map<String, Object> figure =
        with(new java.util.HashMap<>(), "metric", "MEMBERS", "value", 1, "asOf", "2016");
    Map<String, Object> both = with(figure, "subject", Map.of("clusters", List.of(ours, theirs)));
    post(ourKey, "/figures", both).statusCode(403);
    post(aKey("EDITOR", ours, theirs), "/figures", both).statusCode(201);
    Map<String, Object> regional = with(figure, "subject", Map.of("region", "76"));
    post(ourKey, "/figures", regional).statusCode(403);
    admin().contentType("application/json").body(regional).post("/figures").then().statusCode(201);
  }

  @Test
  void an_application_is_there_for_partners_and_its_own_editor_alone() {
    String path = "/memberships/" + application(ours);
    sees(anyone(), path, false);
    sees(bearer(theirKey), path, false);
    sees(bearer(ourKey), path, true);
    sees(bearer(aKey("PARTNER")), path, true);
    sees(admin(), path, true);
  }

  private void sees(RequestSpecification caller, String path, boolean is) {
    caller.get(path).then().statusCode(is ? 200 : 404);
    caller
        .get("/memberships?status=applied&count=true&organisation=" + company)
        .then()
        .body("items", hasSize(is ? 1 : 0))
        .body("total", equalTo(is ? 1 : 0));
    caller
        .get("/organisations/" + company + "/memberships")
        .then()
        .body("items", hasSize(is ? 1 : 0));
  }

  @Test
  void what_is_hidden_is_not_found_whatever_is_asked() {
    String path = "/memberships/" + application(ours);
    patch(theirKey, path, Map.of("remarks", "r")).statusCode(404);
    bearer(theirKey).header("If-Match", "*").delete(path).then().statusCode(404);
    bearer(theirKey).get(path + "/history").then().statusCode(404);
    bearer(theirKey).get(path + "?knownAt=2030-01-01T00:00:00Z").then().statusCode(404);
    patch(ourKey, path, Map.of("from", "2020-02-01")).statusCode(200);
  }

  @Test
  void why_a_member_left_is_told_to_its_own_editor_alone() {
    String path =
        "/memberships/"
            + make(
                "/memberships",
                with(
                    aMembership(ours, company),
                    "from",
                    "2016-01-01",
                    "until",
                    "2017-01-01",
                    "endReason",
                    "EXPELLED"));
    for (String other : List.of(theirKey, aKey("PARTNER"))) {
      bearer(other).get(path).then().body("endReason", nullValue());
    }
    anyone().get(path).then().body("endReason", nullValue());
    bearer(ourKey).get(path).then().body("endReason", equalTo("EXPELLED"));
  }

  @Test
  void a_file_that_names_another_cluster_is_refused_whole() {
    String mine = unique("Member");
    String lines = "cluster;name;from\n%s;%s;2016-01-01\n%s;%s;2016-01-01\n";
    bearer(ourKey)
        .contentType("text/csv")
        .body(lines.formatted(ours, mine, theirs, unique("Member")))
        .post("/memberships/csv?partial=true")
        .then()
        .statusCode(403);
    anyone().get("/organisations?q={q}", mine).then().body("items", hasSize(0));
    bearer(ourKey)
        .contentType("text/csv")
        .body(lines.formatted(ours, mine, ours, unique("Member")))
        .post("/memberships/csv")
        .then()
        .statusCode(200)
        .body("made", equalTo(2));
  }

  @Test
  void the_editor_of_a_cluster_that_merged_edits_what_followed_it_at_any_depth() {
    String last = make("/clusters", aCluster());
    patch(ourKey, "/clusters/" + last, Map.of("city", "Sète")).statusCode(403);
    becomePart(ours, theirs, "2017-01-01");
    becomePart(theirs, last, "2018-01-01");
    patch(ourKey, "/clusters/" + last, Map.of("city", "Sète")).statusCode(200);
    patch(theirKey, "/clusters/" + ours, Map.of("city", "Sète")).statusCode(403);
  }

  private static void becomePart(String party, String result, String day) {
    String merger = make("/mergers", Map.of("parties", List.of(party, result), "result", result));
    org.grappe.testing.Api.post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
  }
}
