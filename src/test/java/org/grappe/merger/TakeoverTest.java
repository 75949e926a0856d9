package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A cluster that was wound up is taken over by another, with those members who want to. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TakeoverTest {
  private static final String DAY = "2017-01-01";

  private String wound;
  private String taker;
  private String takeover;
  private final List<String> companies = new ArrayList<>();
  private final List<String> members = new ArrayList<>();

  /** The fourth left before the end, and the first belongs to both. */
  @BeforeEach
  void a_cluster_that_was_wound_up_with_three_members() {
    wound = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    taker = make("/clusters", with(aCluster(), "foundedOn", "2008-05-01"));
    String studios = make("/clusters/" + wound + "/colleges", Map.of("name", "Studios"));
    make("/clusters/" + taker + "/colleges", Map.of("name", "studios"));
    for (int i = 0; i < 4; i++) {
      companies.add(make("/organisations", anOrganisation()));
      Map<String, Object> member = with(aMembership(wound, companies.get(i)), "from", "2010-01-01");
      if (i == 3) {
        with(member, "until", "2015-01-01", "endReason", "RESIGNED");
      }
      members.add(make("/memberships", i == 1 ? with(member, "college", studios) : member));
    }
    make("/memberships", with(aMembership(taker, companies.get(0)), "from", "2012-01-01"));
    make("/clusters/" + wound + "/mandates", Map.of("role", "PRESIDENT", "from", "2012"));
    make("/events", with(anEvent(wound), "startsOn", "2030-01-09"));
    post("/clusters/" + wound + "/dissolution", Map.of("on", "2016-03-01", "reason", "Liquidated."))
        .statusCode(200);
    takeover = takeoverBy(taker);
  }

  private String takeoverBy(String result) {
    return make(
        "/mergers",
        Map.of("kind", "TAKEOVER", "parties", List.of(wound, result), "result", result));
  }

  private static Map<String, Object> on(String day, Object carried) {
    Map<String, Object> body = new HashMap<>();
    with(body, "effectiveOn", day, "withoutBallots", true, "reason", "a test");
    if (carried != null) {
      body.put("carried", carried);
    }
    return body;
  }

  private ValidatableResponse complete(Object carried) {
    return post("/mergers/" + takeover + "/completion", on(DAY, carried));
  }

  private ValidatableResponse act(String what, Map<String, Object> body) {
    return post("/mergers/" + takeover + "/" + what, body);
  }

  private static void counted(String cluster, String day, int alone, int withPredecessors) {
    String path = "/memberships?count=true&limit=1&cluster=" + cluster + "&on=" + day;
    get(path).body("total", equalTo(alone));
    get(path + "&includePredecessors=true").body("total", equalTo(withPredecessors));
  }

  private String seen() {
    return Seen.of(List.of(wound, taker), List.of("2016-02-01", "2016-06-01", DAY, "2026-01-01"));
  }

  @Test
  void who_is_carried_begins_anew_and_the_party_is_followed() {
    get("/mergers/" + takeover).body("kind", equalTo("TAKEOVER"));
    Map<String, Object> previewed =
        admin()
            .get("/mergers/" + takeover + "/preview?carried=all&effectiveOn=" + DAY)
            .then()
            .statusCode(200)
            .body("memberships.count", equalTo(3))
            .body("jointOrganisations.count", equalTo(1))
            .body("resulting.count", equalTo(3))
            .body("mandates.count", equalTo(0))
            .body("events.count", equalTo(0))
            .extract()
            .path("");
    previewed.put("obstacles", List.of());
    assertEquals(previewed, complete("ALL").statusCode(200).extract().path(""));

    get("/clusters/" + wound + "?on=2016-02-29").body("status", equalTo("ACTIVE"));
    get("/clusters/" + wound + "?on=2016-12-31").body("status", equalTo("DISSOLVED"));
    get("/clusters/" + wound + "?on=" + DAY)
        .body("status", equalTo("MERGED"))
        .body("dissolvedOn", equalTo("2016-03-01"))
        .body("followedBy.id", equalTo(taker))
        .body("followedOn", equalTo(DAY));
    get("/clusters?limit=200&status=merged&on=2016-12-31&q=" + name(wound))
        .body("items", hasSize(0));
    get("/clusters/" + taker + "?on=" + DAY).body("continues.id", contains(wound));

    get("/memberships?cluster=" + taker + "&organisation=" + companies.get(1))
        .body("items[0].from", equalTo(DAY))
        .body("items[0].memberSince", equalTo(DAY))
        .body("items[0].college.name", equalTo("studios"))
        .body("items[0].continues.id", contains(members.get(1)));
    get("/memberships?cluster=" + taker + "&organisation=" + companies.get(0))
        .body("items[0].from", equalTo("2012-01-01"))
        .body("items[0].memberSince", equalTo("2010-01-01"))
        .body("items[0].continues.id", contains(members.get(0)));
    admin()
        .get("/memberships/" + members.get(1))
        .then()
        .body("until", equalTo("2016-03-01"))
        .body("endReason", equalTo("DISSOLVED"));

    counted(taker, "2016-02-29", 1, 4);
    counted(taker, "2016-06-01", 1, 1);
    counted(taker, DAY, 3, 3);
    get("/organisations?count=true&includePredecessors=true&on=2016-02-29&memberOf=" + taker)
        .body("total", equalTo(3));
  }

  @Test
  void a_party_whose_end_is_known_to_the_year_is_merged_from_the_day_on() {
    patch("/clusters/" + wound, Map.of("dissolvedOn", "2016")).statusCode(200);
    post("/mergers/" + takeover + "/completion", on("2016-09-01", null)).statusCode(200);
    get("/clusters/" + wound + "?on=2016-08-31").body("status", equalTo("ACTIVE"));
    get("/clusters/" + wound + "?on=2016-09-01").body("status", equalTo("MERGED"));
  }

  @Test
  void nobody_is_carried_into_a_cluster_before_its_founding() {
    String young = make("/clusters", with(aCluster(), "foundedOn", "2017-06"));
    takeover = takeoverBy(young);
    Map<String, Object> all = with(on("2017", "ALL"), "unmappedColleges", "CONTINUE_WITHOUT");
    post("/mergers/" + takeover + "/completion", all)
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(young));
    post("/mergers/" + takeover + "/completion", on("2017", null)).statusCode(200);
  }

  private static String name(String cluster) {
    return get("/clusters/" + cluster).extract().path("name");
  }

  @Test
  void only_those_who_are_named_are_carried_and_nobody_where_nobody_is() {
    complete(List.of(members.get(2))).statusCode(200).body("memberships.count", equalTo(1));
    counted(taker, DAY, 2, 2);
    act("reversal", Map.of("reason", "a test")).statusCode(200);
    complete(null).statusCode(200).body("memberships.count", equalTo(0));
    counted(taker, DAY, 1, 1);
  }

  @Test
  void the_lineage_tells_it_beside_mergers() {
    complete("ALL").statusCode(200);
    for (String cluster : List.of(wound, taker)) {
      get("/clusters/" + cluster + "/lineage")
          .body("clusters.id", containsInAnyOrder(wound, taker))
          .body("mergers.kind", contains("TAKEOVER"))
          .body("mergers.effectiveOn", contains(DAY))
          .body("mergers[0].result.id", equalTo(taker));
      get("/clusters/" + cluster + "/lineage?on=2016-12-31").body("mergers", hasSize(0));
    }
    admin()
        .accept("text/vnd.mermaid")
        .get("/clusters/" + taker + "/lineage")
        .then()
        .body(containsString("{{\"" + DAY + "\"}}"));
    admin()
        .accept("application/ld+json")
        .get("/clusters/" + taker + "/lineage")
        .then()
        .body(containsString("org:ChangeEvent"));
  }

  @Test
  void a_correction_moves_it_and_a_reversal_leaves_nothing() {
    String before = seen();
    complete("ALL").statusCode(200);
    String right = seen();
    act("reversal", Map.of("reason", "a test")).statusCode(200);
    assertEquals(before, seen());
    post("/mergers/" + takeover + "/completion", on("2016-09", "ALL")).statusCode(200);
    act("correction", Map.of("effectiveOn", DAY)).statusCode(200);
    assertEquals(right, seen());
    act("correction", Map.of("effectiveOn", "2016-02-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", hasItem(wound));
    assertEquals(right, seen());
    act("reversal", Map.of("reason", "a test")).statusCode(200);
    assertEquals(before, seen());
  }

  @Test
  void a_dissolution_is_not_reversed_before_the_takeover_is() {
    complete("ALL").statusCode(200);
    post("/clusters/" + wound + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"));
    patch("/clusters/" + wound, Map.of("dissolvedOn", "2016-04-01"))
        .statusCode(422)
        .body("errors.pointer", contains("/dissolvedOn"));
    act("reversal", Map.of("reason", "a test")).statusCode(200);
    get("/clusters/" + wound).body("status", equalTo("DISSOLVED")).body("followedBy", nullValue());
    post("/clusters/" + wound + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(200);
    counted(wound, "2026-01-01", 3, 3);
  }

  @Test
  void only_the_assembly_of_who_takes_over_votes() {
    post("/mergers/" + takeover + "/completion", Map.of("effectiveOn", DAY, "carried", "all"))
        .statusCode(422)
        .body("errors.pointer", contains("/carried"));
    post("/mergers/" + takeover + "/completion", Map.of("effectiveOn", DAY, "carried", "ALL"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"))
        .body("obstacles", hasSize(1));
    Map<String, Object> ballot = new HashMap<>();
    with(ballot, "party", wound, "decision", "ADOPTED");
    with(ballot, "assembly", Map.of("kind", "EXTRAORDINARY", "on", "2016-12-01"));
    post("/mergers/" + takeover + "/ballots", ballot)
        .statusCode(422)
        .body("errors.pointer", contains("/party"));
    post("/mergers/" + takeover + "/ballots", with(ballot, "party", taker)).statusCode(201);
    get("/mergers/" + takeover).body("status", equalTo("APPROVED"));
    post("/mergers/" + takeover + "/completion", Map.of("effectiveOn", "2016-11-30"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"));
    post("/mergers/" + takeover + "/completion", Map.of("effectiveOn", DAY)).statusCode(200);
  }

  @Test
  void what_stands_against_it_is_named_and_nothing_changes() {
    String before = seen();
    post(
            "/mergers",
            Map.of(
                "kind",
                "TAKEOVER",
                "parties",
                List.of(wound, taker),
                "result",
                make("/clusters", aCluster())))
        .statusCode(422)
        .body("errors.pointer", contains("/result"));
    post("/mergers/" + takeover + "/completion", on("2016-02-01", "ALL"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(wound))
        .body("obstacles.collection", contains("clusters"));
    post("/mergers/" + takeover + "/completion", on("2999-01-01", "ALL"))
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveOn"));
    complete(List.of(members.get(0), members.get(3)))
        .statusCode(422)
        .body("errors.pointer", contains("/carried/1"));
    complete("SOME").statusCode(422).body("errors.pointer", contains("/carried"));
    complete(List.of("x")).statusCode(422).body("errors.pointer", contains("/carried/0"));
    complete(Map.of()).statusCode(422).body("errors.pointer", contains("/carried"));
    admin()
        .get("/mergers/" + takeover + "/preview?carried=x&effectiveOn=" + DAY)
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("carried"));
    assertEquals(before, seen());
  }

  @Test
  void who_became_another_after_the_day_is_named_and_the_others_are_carried() {
    String heir = make("/organisations", anOrganisation());
    post(
            "/organisations/" + companies.get(1) + "/succession",
            Map.of("successor", heir, "on", "2018-01-01", "kind", "ABSORBED"))
        .statusCode(200);
    admin()
        .get("/mergers/" + takeover + "/preview?carried=ALL&effectiveOn=" + DAY)
        .then()
        .body("obstacles.id", hasItem(members.get(1)));
    complete("ALL")
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", contains(members.get(1)))
        .body("detail", containsString("2018-01-01"));
    complete(List.of(members.get(0), members.get(2))).statusCode(200);
    counted(taker, DAY, 2, 2);
  }

  @Test
  void what_stands_against_the_reversal_of_a_dissolution_is_named() {
    String heir = make("/organisations", anOrganisation());
    String name = get("/organisations/" + companies.get(2)).extract().path("name");
    post(
            "/organisations/" + companies.get(2) + "/succession",
            Map.of("successor", heir, "on", "2018-01-01", "kind", "ABSORBED"))
        .statusCode(200);
    post("/clusters/" + wound + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", contains(companies.get(2)))
        .body("obstacles.name", contains(name));
    post("/organisations/" + companies.get(2) + "/succession/reversal", Map.of("reason", "a test"))
        .statusCode(200);
    String again =
        make(
            "/memberships",
            with(aMembership(taker, companies.get(2)), "appliedOn", "2015-01-01", "remarks", "it"));
    admin().header("If-Match", etag("/memberships/" + again)).delete("/memberships/" + again);
    post("/clusters/" + wound + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(200);
  }

  @Test
  void no_cluster_begins_or_ends_beyond_what_it_took_part_in() {
    complete("ALL").statusCode(200);
    for (Map<String, Object> moved :
        List.of(
            Map.<String, Object>of("foundedOn", "2017-02-01"),
            Map.<String, Object>of("announcedOn", "2017-02", "foundedOn", "2017-03"),
            Map.<String, Object>of("dissolvedOn", "2016-12-31"))) {
      patch("/clusters/" + taker, moved).statusCode(409);
    }
    String alone = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String part = make("/clusters", with(aCluster(), "announcedOn", "2009"));
    String division =
        make("/divisions", Map.of("cluster", alone, "kind", "SPIN_OFF", "results", List.of(part)));
    post("/divisions/" + division + "/completion", on("2010-01-01", null)).statusCode(200);
    Map<String, Object> lost = new HashMap<>();
    lost.put("foundedOn", null);
    for (String one : List.of(alone, part)) {
      patch("/clusters/" + one, Map.of("foundedOn", "2010-02"))
          .statusCode(409)
          .body("type", equalTo("/problems/merger-conflict"))
          .body("field", equalTo("foundedOn"))
          .body("bound", equalTo("2010-01-01"))
          .body("other.id", equalTo(division));
      patch("/clusters/" + one, Map.of("foundedOn", "2010")).statusCode(200);
    }
    patch("/clusters/" + part, lost).statusCode(409).body("other.id", equalTo(division));
    patch("/clusters/" + alone, Map.of("foundedOn", "2005")).statusCode(200);
    post("/clusters/" + alone + "/dissolution", Map.of("on", "2009-06-01"))
        .statusCode(409)
        .body("field", equalTo("on"))
        .body("other.id", equalTo(division));
    post("/divisions/" + division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    patch("/clusters/" + alone, Map.of("foundedOn", "2010-02")).statusCode(200);
  }

  @Test
  void a_cluster_that_lives_is_not_taken_over_and_a_merger_carries_nobody() {
    String alive = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String early =
        make(
            "/mergers",
            Map.of("kind", "TAKEOVER", "parties", List.of(alive, taker), "result", taker));
    post("/mergers/" + early + "/completion", on(DAY, null))
        .statusCode(409)
        .body("obstacles.id", contains(alive));
    String merger = make("/mergers", Map.of("parties", List.of(alive, taker), "result", taker));
    get("/mergers/" + merger).body("kind", equalTo("MERGER"));
    post("/mergers/" + merger + "/completion", on(DAY, "ALL"))
        .statusCode(422)
        .body("errors.pointer", contains("/carried"));
  }

  @Test
  void a_college_without_another_of_its_name_is_refused_unless_they_go_on_without() {
    String lawyers = make("/clusters/" + taker + "/colleges", Map.of("name", "Law"));
    String college =
        get("/clusters/" + taker + "/colleges").extract().path("items.find{it.name=='studios'}.id");
    patch("/clusters/" + taker + "/colleges/" + college, Map.of("name", "Games")).statusCode(200);
    complete("ALL")
        .statusCode(409)
        .body("type", equalTo("/problems/college-unmapped"))
        .body("unmappedColleges.name", contains("Studios"));
    String studios = get("/memberships/" + members.get(1)).extract().path("college.id");
    patch(
            "/mergers/" + takeover,
            Map.of("collegeMapping", List.of(Map.of("from", studios, "to", lawyers))))
        .statusCode(200);
    complete("ALL").statusCode(200);
    get("/memberships?cluster=" + taker + "&organisation=" + companies.get(1))
        .body("items[0].college.name", equalTo("Law"));
  }

  @Test
  void what_was_taken_over_passes_on_by_a_merger() {
    complete("ALL").statusCode(200);
    String next = make("/clusters", with(aCluster(), "foundedOn", "2009"));
    String merger = make("/mergers", Map.of("parties", List.of(taker, next), "result", next));
    post(
            "/mergers/" + merger + "/completion",
            with(on("2018-01-01", null), "unmappedColleges", "CONTINUE_WITHOUT"))
        .statusCode(200);
    counted(next, "2016-02-29", 0, 4);
    counted(next, "2018-01-01", 3, 3);
    get("/memberships?cluster=" + next + "&organisation=" + companies.get(2))
        .body("items[0].memberSince", equalTo(DAY));
    act("reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("obstacles.id", hasItem(merger));
  }

  @RepeatedTest(2)
  void of_two_who_complete_it_one_does() {
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> complete("ALL").extract().statusCode(),
                () -> complete("ALL").extract().statusCode()));
    assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    counted(taker, DAY, 3, 3);
  }
}
