package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An organisation becomes another, with what it has in three clusters. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SuccessionTest {
  private static final String DAY = "2017-04-01";

  private final List<String> clusters = new ArrayList<>();
  private String former;
  private String successor;
  private String member;
  private String joint;
  private String kept;
  private String application;

  /** Both are members of the second; it has applied to the third. */
  @BeforeEach
  void an_organisation_and_the_one_that_it_became() {
    for (int i = 0; i < 3; i++) {
      clusters.add(founded());
    }
    former = make("/organisations", anOrganisation());
    successor = make("/organisations", anOrganisation());
    String college =
        make("/clusters/" + clusters.get(0) + "/colleges", Map.of("name", "Companies"));
    member = member(0, former, "2010-01-01", "college", college);
    joint = member(1, former, "2012-01-01");
    kept = member(1, successor, "2015-01-01");
    application =
        make("/memberships", with(aMembership(clusters.get(2), former), "appliedOn", "2017-01-01"));
  }

  private String member(int cluster, String organisation, String from, Object... more) {
    return make(
        "/memberships",
        with(with(aMembership(clusters.get(cluster), organisation), "from", from), more));
  }

  private Map<String, Object> body(Object... more) {
    return with(with(new HashMap<>(), "successor", successor, "on", DAY, "kind", "ABSORBED"), more);
  }

  private ValidatableResponse succeed(Object... more) {
    return post("/organisations/" + former + "/succession", body(more));
  }

  private ValidatableResponse reverse() {
    return post("/organisations/" + former + "/succession/reversal", Map.of("reason", "a test"));
  }

  private String of(String organisation, int cluster) {
    return "/memberships?organisation=" + organisation + "&cluster=" + clusters.get(cluster);
  }

  /** All that the three clusters and the two say on some days. */
  private String seen() {
    StringBuilder seen = new StringBuilder();
    for (String day : List.of("2016-12-31", "2017-03-31", DAY, "2026-01-01")) {
      for (String organisation : List.of(former, successor)) {
        for (int i = 0; i < 3; i++) {
          seen.append(
              admin()
                  .get(
                      of(organisation, i)
                          + "&status=all&fields=from,until,endReason,appliedOn,"
                          + "memberSince,status,continues,college,organisation&on="
                          + day)
                  .asString());
        }
        seen.append(
            get("/organisations/" + organisation + "/mandates?status=all&on=" + day)
                .extract()
                .asString());
      }
    }
    return seen.toString().replaceAll("\"(updatedAt|next|nextCursor)\":\"[^\"]*\"", "");
  }

  @Test
  void its_memberships_are_the_others_from_that_day_on() {
    Map<String, Object> previewed =
        admin()
            .get(
                "/organisations/"
                    + former
                    + "/succession/preview?successor="
                    + successor
                    + "&on="
                    + DAY)
            .then()
            .statusCode(200)
            .body("memberships.count", equalTo(2))
            .body("jointClusters.count", equalTo(1))
            .body("resulting.count", equalTo(2))
            .body("applications.count", equalTo(1))
            .body("obstacles", empty())
            .extract()
            .path("");
    assertEquals(
        previewed, succeed("reason", "Taken over whole.").statusCode(200).extract().path(""));

    get("/organisations/" + former)
        .header(
            "Link",
            containsString("</api/v1/organisations/" + successor + ">; rel=\"successor-version\""))
        .body("followedBy.id", equalTo(successor))
        .body("followedOn", equalTo(DAY))
        .body("followedAs", equalTo("ABSORBED"))
        .body("statements.text", contains("Taken over whole."));
    get("/organisations/" + successor)
        .body("continues.id", contains(former))
        .body("followedBy", nullValue());

    get(of(successor, 0) + "&on=2017-03-31").body("items", empty());
    get(of(successor, 0) + "&on=" + DAY)
        .body("items", hasSize(1))
        .body("items[0].from", equalTo(DAY))
        .body("items[0].memberSince", equalTo("2010-01-01"))
        .body("items[0].college.name", equalTo("Companies"))
        .body("items[0].continues.id", contains(member));
    get(of(former, 0) + "&on=2017-03-31").body("items.id", contains(member));
    get(of(former, 0) + "&on=" + DAY).body("items", empty());
    admin().get("/memberships/" + member).then().body("endReason", equalTo("SUCCEEDED"));
    get(of(successor, 1) + "&on=" + DAY)
        .body("items.id", contains(kept))
        .body("items[0].from", equalTo("2015-01-01"))
        .body("items[0].memberSince", equalTo("2012-01-01"))
        .body("items[0].continues.id", contains(joint));
    admin()
        .get(of(successor, 2) + "&status=applied")
        .then()
        .body("items", hasSize(1))
        .body("items[0].appliedOn", equalTo("2017-01-01"));
    admin().get(of(former, 2) + "&status=applied").then().body("items", empty());
    for (int i = 0; i < 2; i++) {
      get("/organisations?count=true&memberOf=" + clusters.get(i) + "&on=" + DAY)
          .body("total", equalTo(1));
    }
    get("/organisations?count=true&memberOf=" + clusters.get(1) + "&on=2017-03-31")
        .body("total", equalTo(2));
    admin()
        .get("/organisations/" + former + "/history")
        .then()
        .body("items[1].changes.pointer", hasItems("/followedBy", "/followedOn", "/followedAs"));
  }

  @Test
  void who_does_not_carry_its_memberships_ends_them() {
    succeed("memberships", "END")
        .statusCode(200)
        .body("memberships.count", equalTo(2))
        .body("resulting.count", equalTo(1))
        .body("applications.count", equalTo(0));
    get(of(successor, 0) + "&status=all").body("items", empty());
    get(of(successor, 1)).body("items[0].continues", empty());
    get(of(former, 0)).body("items", empty());
    admin()
        .get("/memberships/" + application)
        .then()
        .body("status", equalTo("ENDED"))
        .body("endReason", equalTo("SUCCEEDED"));
  }

  @Test
  void mandates_on_its_behalf_and_places_to_come_are_the_others_and_money_stays() {
    String mandate =
        make(
            "/clusters/" + clusters.get(0) + "/mandates",
            Map.of("role", "TREASURER", "person", "A. B.", "from", "2015", "organisation", former));
    make("/organisations/" + former + "/mandates", Map.of("role", "PRESIDENT", "from", "2014"));
    String event =
        make("/events", with(anEvent(clusters.get(0)), "startsOn", "2030-01-09", "capacity", 3));
    String registrations = "/events/" + event + "/registrations";
    String registration =
        make(registrations, Map.of("organisation", former, "places", 2, "membership", member));
    make(
        "/subsidy-lines",
        Map.of(
            "beneficiary", Map.of("organisation", former),
            "purpose", "a test",
            "amount", Map.of("amount", 100),
            "steps", List.of(Map.of("status", "VOTED", "on", "2018"))));
    succeed()
        .statusCode(200)
        .body("mandates.first", contains("A. B."))
        .body("registrations.count", equalTo(1));

    get("/clusters/" + clusters.get(0) + "/mandates/" + mandate).body("until", equalTo(DAY));
    get("/clusters/" + clusters.get(0) + "/mandates?on=" + DAY)
        .body("items", hasSize(1))
        .body("items[0].person", equalTo("A. B."))
        .body("items[0].from", equalTo(DAY))
        .body("items[0].organisation.id", equalTo(successor));
    get("/clusters/" + clusters.get(0) + "/mandates?on=2017-03-31")
        .body("items.organisation.id", contains(former));
    get("/organisations/" + former + "/mandates?on=" + DAY).body("items", empty());
    String passed = get(of(successor, 0)).extract().path("items[0].id");
    admin()
        .get(registrations + "/" + registration)
        .then()
        .body("organisation.id", equalTo(successor))
        .body("membership.id", equalTo(passed))
        .body("status", equalTo("CONFIRMED"));
    get("/events/" + event).body("places.confirmed", equalTo(2));
    get("/subsidy-lines?organisation=" + former).body("items", hasSize(1));
    get("/subsidy-lines?organisation=" + successor).body("items", empty());

    reverse().statusCode(200);
    admin()
        .get(registrations + "/" + registration)
        .then()
        .body("organisation.id", equalTo(former))
        .body("membership.id", equalTo(member));
    get("/clusters/" + clusters.get(0) + "/mandates?on=" + DAY)
        .body("items.organisation.id", contains(former));
  }

  @Test
  void a_correction_beyond_it_names_who_left() {
    Map<String, Object> rest = Map.of("rest", true, "to", "LEAVES");
    String division =
        make(
            "/divisions",
            Map.of(
                "cluster",
                clusters.get(0),
                "kind",
                "SPLIT",
                "results",
                List.of(make("/clusters", aCluster())),
                "assignments",
                List.of(rest)));
    Map<String, Object> day = new HashMap<>();
    with(day, "effectiveOn", "2015-01-01", "withoutBallots", true, "reason", "a test");
    post("/divisions/" + division + "/completion", day).statusCode(200);
    succeed().statusCode(200);
    post("/divisions/" + division + "/correction", Map.of("effectiveOn", "2018-01-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(member))
        .body("detail", containsString(DAY));
    post("/divisions/" + division + "/correction", Map.of("effectiveOn", "2016-01-01"))
        .statusCode(200);
  }

  @Test
  void an_application_filed_anew_stands_against_its_reversal_by_name() {
    Map<String, Object> applies = aMembership(clusters.get(0), successor);
    make("/memberships", with(applies, "appliedOn", "2016-01-01"));
    succeed().statusCode(200);
    String again = make("/memberships", applies);
    reverse()
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", contains(again));
    delete("/memberships/" + again).statusCode(204);
    reverse().statusCode(200);
  }

  @Test
  void no_mandate_begins_in_who_is_no_more() {
    String mandates = "/organisations/" + former + "/mandates";
    String later = make(mandates, Map.of("role", "MANAGING_DIRECTOR", "from", "2018-01-01"));
    succeed().statusCode(409).body("obstacles.id", contains(later));
    delete(mandates + "/" + later).statusCode(204);
    succeed().statusCode(200);
    post(mandates, Map.of("role", "MANAGING_DIRECTOR", "from", "2018-01-01"))
        .statusCode(409)
        .body("field", equalTo("from"))
        .body("bound", equalTo(DAY));
  }

  @Test
  void a_place_on_a_membership_that_ends_leaves_the_quota_to_those_who_wait() {
    String event =
        make(
            "/events",
            with(
                anEvent(clusters.get(0)),
                "startsOn",
                "2030-01-09",
                "capacity",
                10,
                "quotas",
                List.of(Map.of("cluster", clusters.get(0), "places", 1))));
    String other = make("/organisations", anOrganisation());
    String others = member(0, other, "2016-01-01");
    String registrations = "/events/" + event + "/registrations";
    make(registrations, Map.of("organisation", former, "places", 1, "membership", member));
    String waiting =
        make(registrations, Map.of("organisation", other, "places", 1, "membership", others));
    succeed("memberships", "END").statusCode(200);
    admin().get(registrations + "/" + waiting).then().body("status", equalTo("CONFIRMED"));
  }

  @Test
  void a_reversal_puts_all_back_and_what_was_remarked_since_goes_to_what_was_continued() {
    String before = seen();
    succeed().statusCode(200);
    String made = get(of(successor, 0)).extract().path("items[0].id");
    patch("/memberships/" + made, Map.of("remarks", "Came along.")).statusCode(200);
    reverse()
        .statusCode(200)
        .body("id", equalTo(former))
        .body("followedBy", nullValue())
        .body("statements.text", contains("a test"));
    get("/memberships/" + member).body("remarks", equalTo("Came along."));
    get("/memberships/" + made).statusCode(404);
    assertEquals(before, seen());
    String name = get("/organisations/" + former).extract().path("name");
    reverse()
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("detail", containsString(name));
    succeed().statusCode(200);
    reverse().statusCode(200);
    assertEquals(before, seen());
  }

  @Test
  void what_was_built_on_it_stands_against_its_reversal_by_name() {
    succeed().statusCode(200);
    String made = get(of(successor, 0)).extract().path("items[0].id");
    patch("/memberships/" + made, Map.of("until", "2020-01-01")).statusCode(200);
    String next = make("/organisations", anOrganisation());
    post("/organisations/" + successor + "/succession", body("successor", next, "on", "2019-01-01"))
        .statusCode(200);
    String then = seen();
    reverse()
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", hasItems(successor, made));
    assertEquals(then, seen());
  }

  @Test
  void who_was_followed_is_no_new_member_from_that_day() {
    succeed().statusCode(200);
    String other = founded();
    post("/memberships", with(aMembership(other, former), "from", DAY))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("from"))
        .body("bound", equalTo(DAY));
    post("/memberships", with(aMembership(other, former), "from", "2016-01-01"))
        .statusCode(409)
        .body("field", equalTo("until"));
    post("/memberships", with(aMembership(other, former), "appliedOn", "2018-01-01"))
        .statusCode(409);
    post(
            "/memberships",
            with(aMembership(other, former), "from", "2016-01-01", "until", "2017-01-01"))
        .statusCode(201);
    String siren = aSiren();
    patch("/organisations/" + former, Map.of("siren", siren)).statusCode(200);
    admin()
        .contentType("text/csv")
        .body("name;siren;from\nX;" + siren + ";2018-01-01\n")
        .post("/memberships/csv?partial=true&cluster=" + other)
        .then()
        .statusCode(200)
        .body("made", equalTo(0))
        .body("faults.rule", contains("outside-cluster-life"));
  }

  @Test
  void what_stands_against_it_is_named_and_nothing_changes() {
    String later = member(2, former, "2018-01-01");
    String before = seen();
    succeed()
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(later));
    succeed("successor", former).statusCode(422).body("errors.pointer", contains("/successor"));
    succeed("on", "2999-01-01").statusCode(422).body("errors.pointer", contains("/on"));
    succeed("kind", "BOUGHT").statusCode(422).body("errors.pointer", contains("/kind"));
    admin()
        .get("/organisations/" + former + "/succession/preview?on=" + DAY)
        .then()
        .statusCode(200)
        .body("obstacles.type", hasItem("/problems/validation-failed"));
    assertEquals(before, seen());
    succeed("on", "2018-01-02").statusCode(200);
    succeed("on", "2018-01-02")
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(former));
    post(
            "/organisations/" + successor + "/succession",
            body("successor", former, "on", "2019-01-01"))
        .statusCode(409)
        .body("obstacles.id", contains(former));
    post(
            "/organisations/" + make("/organisations", anOrganisation()) + "/succession",
            body("on", "2019-01-01"))
        .statusCode(200);
    get("/organisations/" + successor).body("continues", hasSize(2));
  }

  @Test
  void membership_reaches_back_through_several_successions_and_continues_may_say_so() {
    succeed().statusCode(200);
    String third = make("/organisations", anOrganisation());
    post(
            "/organisations/" + successor + "/succession",
            body("successor", third, "on", "2019-01-01", "kind", "CONVERTED"))
        .statusCode(200);
    get(of(third, 0) + "&on=2019-01-01").body("items[0].memberSince", equalTo("2010-01-01"));
    get(of(third, 1) + "&on=2019-01-01").body("items[0].memberSince", equalTo("2012-01-01"));
    String early = make("/organisations", anOrganisation());
    String earlier = member(2, early, "2001-01-01", "until", "2005-01-01");
    String later = member(2, third, "2019-01-01");
    String old = member(2, former, "2016-01-01", "until", DAY);
    patch("/memberships/" + later, Map.of("continues", List.of(earlier)))
        .statusCode(422)
        .body("errors.pointer", contains("/continues/0"));
    patch("/memberships/" + later, Map.of("continues", List.of(old))).statusCode(200);
  }

  @Test
  void who_may_change_both_may_do_it_and_an_administrator_undoes_it() {
    String editor = aKey("EDITOR", clusters.toArray(String[]::new));
    String stranger = aKey("EDITOR", clusters.get(0));
    assertEquals(403, by(stranger, "succession", body()));
    assertEquals(200, by(editor, "succession", body()));
    assertEquals(403, by(editor, "succession/reversal", Map.of("reason", "a test")));
    bearer(editor)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(Map.of("remarks", "still theirs"))
        .patch("/organisations/" + successor)
        .then()
        .statusCode(200);
    reverse().statusCode(200);
  }

  private int by(String key, String what, Map<String, Object> body) {
    return bearer(key)
        .contentType("application/json")
        .body(body)
        .post("/organisations/" + former + "/" + what)
        .statusCode();
  }

  @Test
  void it_is_one_act_of_the_feed_and_the_past_does_not_know_it() {
    String before = seen();
    String cursor = admin().get("/changes?after=now").path("nextCursor");
    String instant = admin().get("/organisations/" + former + "/history").path("items[-1].at");
    succeed().statusCode(200);
    List<String> acts =
        admin()
            .get("/changes?limit=200&after=" + cursor)
            .then()
            .body("items.id", hasItems(former, member, joint, kept, application))
            .extract()
            .path("items.findAll{it.id in ['" + former + "','" + member + "','" + kept + "']}.act");
    assertEquals(1, acts.stream().distinct().count());
    admin()
        .get("/organisations/" + former + "?knownAt=" + instant)
        .then()
        .statusCode(200)
        .body("followedBy", nullValue());
    reverse().statusCode(200);
    assertEquals(before, seen());
  }

  @RepeatedTest(2)
  void of_two_who_do_it_at_once_one_does() {
    String other = make("/organisations", anOrganisation());
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> succeed().extract().statusCode(),
                () -> succeed("successor", other).extract().statusCode(),
                () ->
                    post("/organisations/" + successor + "/succession", body("successor", former))
                        .extract()
                        .statusCode()));
    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses + "");
    assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409));
  }

  @RepeatedTest(2)
  void nobody_joins_for_it_while_it_becomes_another() {
    List<String> others = IntStream.range(0, 4).mapToObj(i -> founded()).toList();
    List<Callable<Integer>> acts = new ArrayList<>();
    acts.add(() -> succeed().extract().statusCode());
    for (String other : others) {
      acts.add(
          () ->
              post("/memberships", with(aMembership(other, former), "from", "2016-01-01"))
                  .extract()
                  .statusCode());
    }
    acts.add(
        () ->
            admin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("until", "2016-06-01", "endReason", "RESIGNED"))
                .patch("/memberships/" + member)
                .statusCode());
    List<Integer> statuses = Race.of(acts);
    assertEquals(200, statuses.get(0));
    assertTrue(statuses.stream().noneMatch(status -> status >= 500), statuses + "");
    get("/organisations/" + former + "/memberships?on=" + DAY + "&status=active")
        .body("items", empty());
    for (int i = 0; i < others.size(); i++) {
      get("/memberships?cluster=" + others.get(i) + "&on=" + DAY)
          .body("items", hasSize(statuses.get(i + 1) == 201 ? 1 : 0));
    }
  }
}
