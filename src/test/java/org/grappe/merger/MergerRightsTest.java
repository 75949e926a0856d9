package org.grappe.merger;

import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merger is its parties', and tells nobody what of another he may not read. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MergerRightsTest {
  private String ours;
  private String theirs;
  private String other;
  private String ourKey;

  @BeforeEach
  void three_clusters_and_an_editor_of_one() {
    ours = make("/clusters", aCluster());
    theirs = make("/clusters", aCluster());
    other = make("/clusters", aCluster());
    ourKey = aKey("EDITOR", ours);
  }

  private static ValidatableResponse sent(String key, String path, Object body) {
    return bearer(key).contentType("application/json").body(body).post(path).then();
  }

  private static ValidatableResponse patched(String key, String path, Object body) {
    return bearer(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path)
        .then();
  }

  private static Map<String, Object> merger(String result, String... parties) {
    Map<String, Object> body = new HashMap<>();
    body.put("parties", List.of(parties));
    if (result != null) {
      body.put("result", result);
    }
    return body;
  }

  private String applicant(String cluster, String organisation) {
    String name = "Applicant " + org.grappe.testing.Api.unique("x");
    String id =
        organisation == null
            ? make("/organisations", with(anOrganisation(), "name", name))
            : organisation;
    make("/memberships", with(aMembership(cluster, id), "appliedOn", "2016-01-01"));
    return id;
  }

  private static String preview(String key, String merger, String on) {
    var caller = key == null ? admin() : bearer(key);
    return caller
        .get("/mergers/" + merger + "/preview?effectiveOn=" + on)
        .then()
        .extract()
        .asString();
  }

  @Test
  void a_preview_counts_and_names_applications_to_its_callers_clusters_alone() {
    applicant(ours, null);
    String hidden = applicant(theirs, null);
    String name = admin().get("/organisations/" + hidden).path("name");
    String merger =
        sent(ourKey, "/mergers", merger(ours, ours, theirs)).statusCode(201).extract().path("id");
    String seen = preview(ourKey, merger, "2017-01-01");
    assertFalse(seen.contains(name), seen);
    bearer(ourKey)
        .get("/mergers/" + merger + "/preview?effectiveOn=2017-01-01")
        .then()
        .body("applications.count", equalTo(0));
    bearer(aKey("EDITOR", ours, theirs))
        .get("/mergers/" + merger + "/preview?effectiveOn=2017-01-01")
        .then()
        .body("applications.count", equalTo(1))
        .body("applications.first", hasItem(name));
    assertTrue(preview(null, merger, "2017-01-01").contains(name));
    assertTrue(preview(aKey("PARTNER"), merger, "2017-01-01").contains(name));
  }

  @Test
  void whether_a_hidden_application_is_there_changes_nothing_of_a_preview() {
    String member = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(ours, member), "from", "2010-01-01"));
    String applicant = applicant(ours, null);
    String into = sent(ourKey, "/mergers", merger(theirs, ours, theirs)).extract().path("id");
    String from = sent(ourKey, "/mergers", merger(ours, ours, theirs)).extract().path("id");
    String before =
        preview(ourKey, into, "2015-01-01")
            + preview(ourKey, from, "2015-01-01")
            + preview(ourKey, into, "2017-01-01")
            + preview(ourKey, from, "2017-01-01");
    // one of a member, one of who applies to both, one of nobody known; filed after one of the days
    applicant(theirs, member);
    applicant(theirs, applicant);
    applicant(theirs, null);
    assertEquals(
        before,
        preview(ourKey, into, "2015-01-01")
            + preview(ourKey, from, "2015-01-01")
            + preview(ourKey, into, "2017-01-01")
            + preview(ourKey, from, "2017-01-01"));
  }

  @Test
  void a_result_that_is_no_party_is_named_by_its_editor_or_an_administrator() {
    sent(ourKey, "/mergers", merger(other, ours, theirs))
        .statusCode(403)
        .body("errors.pointer", equalTo(List.of("/result")));
    sent(ourKey, "/mergers", merger(theirs, ours, theirs)).statusCode(201);
    String open = sent(ourKey, "/mergers", merger(null, ours, theirs)).extract().path("id");
    patched(ourKey, "/mergers/" + open, Map.of("result", other)).statusCode(403);
    sent(aKey("EDITOR", ours, other), "/mergers", merger(other, ours, theirs)).statusCode(201);

    // nor by the way round: as a party first, which it then is no longer
    String turned = sent(ourKey, "/mergers", merger(other, ours, other)).extract().path("id");
    patched(ourKey, "/mergers/" + turned, Map.of("parties", List.of(ours, theirs))).statusCode(403);

    // its own editor names it, though it is no party, and changes nothing else
    String otherKey = aKey("EDITOR", other);
    patched(otherKey, "/mergers/" + open, Map.of("result", other, "remarks", "r")).statusCode(403);
    patched(otherKey, "/mergers/" + open, Map.of("remarks", "r")).statusCode(403);
    patched(otherKey, "/mergers/" + open, Map.of("result", theirs)).statusCode(403);
    patched(aKey("EDITOR"), "/mergers/" + open, Map.of("result", other)).statusCode(403);
    patched(otherKey, "/mergers/" + open, Map.of("result", other))
        .statusCode(200)
        .body("result.id", equalTo(other));
    patched(otherKey, "/mergers/" + open, Map.of("result", ours)).statusCode(403);
    String taken = sent(ourKey, "/mergers", merger(theirs, ours, theirs)).extract().path("id");
    patched(otherKey, "/mergers/" + taken, Map.of("result", other)).statusCode(403);

    // what an administrator has named stays, whatever else a party's editor changes
    String named = make("/mergers", merger(other, ours, theirs));
    patched(ourKey, "/mergers/" + named, Map.of("remarks", "r", "result", other)).statusCode(200);
  }

  @Test
  void a_merger_is_called_off_by_any_party_and_by_the_result_and_put_off_by_parties() {
    for (String cluster : List.of(ours, theirs, other)) {
      String path = "/mergers/" + make("/mergers", merger(other, ours, theirs));
      String key = aKey("EDITOR", cluster);
      int postponed = cluster.equals(other) ? 403 : 200;
      sent(key, path + "/postponement", Map.of("plannedFor", "2030")).statusCode(postponed);
      patched(key, path, Map.of("remarks", "r")).statusCode(postponed);
      sent(key, path + "/abandonment", Map.of("reason", "r"))
          .statusCode(200)
          .body("status", equalTo("ABANDONED"));
    }
    String path = "/mergers/" + make("/mergers", merger(other, ours, theirs));
    String stranger = aKey("EDITOR", make("/clusters", aCluster()));
    sent(stranger, path + "/abandonment", Map.of()).statusCode(403);
    post(path + "/abandonment", Map.of()).statusCode(200);
  }

  @Test
  void who_names_himself_a_result_has_no_say_in_what_others_have_begun() {
    String otherKey = aKey("EDITOR", other);
    String merger = "/mergers/" + make("/mergers", merger(null, ours, theirs));
    String division = "/divisions/" + make("/divisions", Map.of("cluster", ours, "kind", "SPLIT"));
    patched(otherKey, merger, Map.of("result", other)).statusCode(200);
    patched(otherKey, division, Map.of("results", List.of(other))).statusCode(200);
    for (String path : List.of(merger, division)) {
      sent(otherKey, path + "/abandonment", Map.of()).statusCode(403);
      sent(otherKey, path + "/postponement", Map.of("plannedFor", "2030")).statusCode(403);
      patched(otherKey, path, Map.of("remarks", "r")).statusCode(403);
    }
    // taken out, and named by somebody who may
    patch(merger, with(new HashMap<>(), "result", null)).statusCode(200);
    patch(merger, Map.of("result", other)).statusCode(200);
    patch(division, Map.of("results", List.of())).statusCode(200);
    patch(division, Map.of("results", List.of(other))).statusCode(200);
    for (String path : List.of(merger, division)) {
      sent(otherKey, path + "/abandonment", Map.of()).statusCode(200);
    }
    String another = "/mergers/" + make("/mergers", merger(null, ours, theirs));
    patched(aKey("EDITOR", ours, other), another, Map.of("result", other)).statusCode(200);
    sent(otherKey, another + "/abandonment", Map.of()).statusCode(200);
    String mine = "/mergers/" + make("/mergers", merger(null, ours, theirs));
    patched(otherKey, mine, Map.of("result", other)).statusCode(200);
    sent(ourKey, mine + "/abandonment", Map.of()).statusCode(200);
  }

  @Test
  void a_results_editor_reads_all_that_was_known_of_it() {
    String merger = "/mergers/" + make("/mergers", merger(other, ours, theirs));
    String division =
        "/divisions/"
            + make(
                "/divisions", Map.of("cluster", ours, "kind", "SPLIT", "results", List.of(other)));
    Map<String, Object> vote =
        Map.of("party", ours, "assembly", Map.of("kind", "ORDINARY", "on", "2017-01-01"));
    List<String> paths =
        List.of(
            merger,
            merger + "/ballots",
            merger + "/ballots/" + make(merger + "/ballots", vote),
            merger + "/steps",
            merger + "/steps/" + merger.substring("/mergers/".length()),
            division,
            division + "/ballots",
            division + "/ballots/" + make(division + "/ballots", vote));
    String key = aKey("EDITOR", other);
    String stranger = aKey("EDITOR", make("/clusters", aCluster()));
    String at = "?knownAt=" + Instant.now();
    for (String path : paths) {
      bearer(key).get(path + at).then().statusCode(200);
      bearer(ourKey).get(path + at).then().statusCode(200);
      bearer(stranger).get(path + at).then().statusCode(403);
    }
  }

  @Test
  void a_partys_editor_is_told_that_an_application_went_with_the_reversal() {
    applicant(ours, null);
    String merger = "/mergers/" + make("/mergers", merger(other, ours, theirs));
    String from = admin().get("/changes?after=now").path("nextCursor");
    takeEffect(merger, "2017-01-01").statusCode(200);
    String handed =
        bearer(ourKey).get("/memberships?status=APPLIED&cluster=" + other).path("items[0].id");
    String told = "items.find { it.id == '" + handed + "' }.action";
    String then =
        bearer(ourKey)
            .get("/changes?limit=200&after={from}", from)
            .then()
            .body(told, equalTo("UPSERTED"))
            .extract()
            .path("nextCursor");
    post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    bearer(ourKey)
        .get("/changes?limit=200&after={then}", then)
        .then()
        .body(told, equalTo("DELETED"));
    bearer(aKey("EDITOR", make("/clusters", aCluster())))
        .get("/changes?limit=200&after={then}", then)
        .then()
        .body(told, nullValue());
  }
}
