package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole story: three clusters become one, and that one joins a fourth. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MergerStoryTest {
  private String content;
  private String games;
  private String cloud;
  private String place;
  private String south;
  private String union;
  private String run;

  @BeforeEach
  void four_clusters_and_two_that_are_announced() {
    content = founded("1999");
    games = founded("2003");
    cloud = founded("2008");
    place = founded("2011");
    south = make("/clusters", with(aCluster(), "announcedOn", "2014-11-19"));
    union = make("/clusters", with(aCluster(), "announcedOn", "2017-01-12"));
    run = unique("c").replace("-", "");
  }

  private static String founded(String year) {
    return make("/clusters", with(aCluster(), "foundedOn", year, "city", "Montpellier"));
  }

  /** Members by number, so that a number in two clusters is one organisation. */
  private void join(String cluster, int first, int last, String day, String college) {
    StringBuilder file = new StringBuilder("siren;name;from;college\n");
    for (int i = first; i <= last; i++) {
      file.append("%s;%s %d;%s;%s\n".formatted(siren(i), run, i, day, college));
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/memberships/csv?cluster=" + cluster)
        .then()
        .statusCode(200)
        .body("made", equalTo(last - first + 1));
  }

  /** A number of this test alone, with its check digit. */
  private String siren(int number) {
    long eight = Math.floorMod(run.hashCode() * 1000L + number, 100_000_000L);
    String digits = "%08d".formatted(eight);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int weighted = (digits.charAt(7 - i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private String organisation(int number) {
    return get("/organisations?siren=" + siren(number)).extract().path("items[0].id");
  }

  private int members(String cluster, String on) {
    return get("/memberships?count=true&limit=1&cluster=" + cluster + "&on=" + on)
        .extract()
        .path("total");
  }

  private int companies(String cluster, String on) {
    return get("/organisations?includePredecessors=true&count=true&limit=1&memberOf="
            + cluster
            + "&on="
            + on)
        .extract()
        .path("total");
  }

  private static String merger(List<String> parties, String result) {
    return make("/mergers", Map.of("parties", parties, "result", result));
  }

  private static void adopts(String merger, String party, String day) {
    post(
            "/mergers/" + merger + "/ballots",
            Map.of(
                "party",
                party,
                "assembly",
                Map.of("kind", "EXTRAORDINARY", "on", day, "city", "Toulouse"),
                "entitled",
                200,
                "quorum",
                100,
                "votesFor",
                120,
                "votesAgainst",
                10,
                "abstentions",
                5,
                "decision",
                "ADOPTED"))
        .statusCode(201);
  }

  private static Map<String, Object> completed(String merger, String day) {
    Map<String, Object> previewed =
        admin()
            .get("/mergers/" + merger + "/preview?effectiveOn=" + day)
            .then()
            .statusCode(200)
            .body("obstacles", hasSize(0))
            .extract()
            .path("");
    Map<String, Object> done =
        post("/mergers/" + merger + "/completion", Map.of("effectiveOn", day))
            .statusCode(200)
            .extract()
            .path("");
    assertEquals(previewed, done);
    return done;
  }

  private static int count(Map<String, Object> outcome, String kind) {
    return (int) ((Map<?, ?>) outcome.get(kind)).get("count");
  }

  private static String college(String cluster, String name) {
    return make("/clusters/" + cluster + "/colleges", Map.of("name", name));
  }

  @Test
  void three_become_one_and_one_joins_a_fourth_and_no_company_is_lost_or_counted_twice() {
    String software = college(content, "Software");
    String studios = college(games, "Studios");
    String smart = college(south, "Smart Software");
    String digital = college(south, "Digital Content");
    join(content, 1, 165, "2005-01-01", "Software");
    join(games, 150, 189, "2009-06-01", "Studios");
    join(cloud, 185, 196, "2010-01-01", "");
    String president =
        make(
            "/clusters/" + content + "/mandates",
            Map.of("role", "PRESIDENT", "person", "Grégory Cladera", "from", "2012"));
    String office =
        make("/clusters/" + content + "/offices", Map.of("city", "Nîmes", "openedOn", "2006"));
    String applicant =
        make("/organisations", Map.of("name", unique("Applicant"), "kind", "COMPANY"));
    for (String party : List.of(games, cloud)) {
      make(
          "/memberships",
          Map.of("cluster", party, "organisation", applicant, "appliedOn", "2014-12-01"));
    }
    String first = merger(List.of(content, games, cloud), south);
    List.of(content, games, cloud).forEach(party -> adopts(first, party, "2015-01-20"));
    get("/mergers/" + first + "?on=2015-01-19").body("status", equalTo("ANNOUNCED"));
    get("/mergers/" + first + "?on=2015-01-20").body("status", equalTo("APPROVED"));

    admin()
        .get("/mergers/" + first + "/preview?effectiveOn=2015-02-01")
        .then()
        .body("unmappedColleges.name", contains("Software", "Studios"))
        .body("obstacles.type", contains("/problems/college-unmapped"));
    post("/mergers/" + first + "/completion", Map.of("effectiveOn", "2015-02-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/college-unmapped"));
    patch(
            "/mergers/" + first,
            Map.of(
                "collegeMapping",
                List.of(
                    Map.of("from", software, "to", smart), Map.of("from", studios, "to", digital))))
        .statusCode(200);
    Map<String, Object> outcome = completed(first, "2015-02-01");
    assertEquals(217, count(outcome, "memberships"));
    assertEquals(21, count(outcome, "jointOrganisations"));
    assertEquals(196, count(outcome, "resulting"));
    assertEquals(1, count(outcome, "applications"));
    assertEquals(1, count(outcome, "mandates"));
    assertEquals(1, count(outcome, "offices"));
    assertEquals(16, ((List<?>) outcome.get("collegeConflicts")).size());

    assertEquals(165, members(content, "2015-01-31"));
    assertEquals(0, members(content, "2015-02-01"));
    assertEquals(0, members(south, "2015-01-31"));
    assertEquals(196, members(south, "2015-02-01"));
    assertEquals(196, companies(south, "2015-02-01"));
    get("/mergers/" + first + "?on=2015-01-31").body("status", equalTo("APPROVED"));
    get("/mergers/" + first)
        .body("status", equalTo("EFFECTIVE"))
        .body("effectiveOn", equalTo("2015-02-01"))
        .body("steps.kind", contains("ANNOUNCED", "COMPLETED"));
    get("/clusters/" + games)
        .body("status", equalTo("MERGED"))
        .body("followedBy.id", equalTo(south))
        .body("followedOn", equalTo("2015-02-01"))
        .header("Link", notNullValue());
    get("/clusters/" + south)
        .body("foundedOn", equalTo("2015-02-01"))
        .body("continues.id", containsInAnyOrder(content, games, cloud));
    get("/clusters/" + content + "/mandates/" + president).body("until", equalTo("2015-02-01"));
    get("/clusters/" + content + "/offices/" + office).body("closedOn", equalTo("2015-02-01"));
    get("/clusters/" + south + "/offices")
        .body("items.city", contains("Nîmes"))
        .body("items[0].continues.id", contains(office))
        .body("items[0].openedOn", equalTo("2015-02-01"));
    admin()
        .get("/memberships?status=applied&cluster=" + south)
        .then()
        .body("items.organisation.id", contains(applicant))
        .body("items[0].appliedOn", equalTo("2014-12-01"));

    // a company of two parties: one membership, in the college of the older one
    get("/organisations/" + organisation(160) + "/memberships")
        .body("items.cluster.id", contains(content, games, south))
        .body("items[2].memberSince", equalTo("2005-01-01"))
        .body("items[2].college.name", equalTo("Smart Software"))
        .body("items[2].continues", hasSize(2))
        .body("items[1].until", equalTo("2015-02-01"));

    join(south, 201, 210, "2016-01-01", "");
    join(place, 196, 205, "2012-01-01", "");
    String second = merger(List.of(south, place), union);
    patch("/mergers/" + second, Map.of("plannedFor", "2017-03")).statusCode(200);
    adopts(second, south, "2017-03-28");
    post(
            "/mergers/" + second + "/postponement",
            Map.of("on", "2017-03-20", "plannedFor", "2017-04", "reason", "An assembly slips."))
        .statusCode(200)
        .body("plannedFor", equalTo("2017-04"))
        .body("steps.plannedFor", contains("2017-03", "2017-04"));
    post("/mergers/" + second + "/completion", Map.of("effectiveOn", "2017-04-30"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"));
    adopts(second, place, "2017-04-25");
    post("/mergers/" + second + "/completion", Map.of("effectiveOn", "2017-04-20"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"));
    Map<String, Object> end =
        post(
                "/mergers/" + second + "/completion",
                Map.of("effectiveOn", "2017-04-30", "unmappedColleges", "CONTINUE_WITHOUT"))
            .statusCode(200)
            .extract()
            .path("");
    assertEquals(216, count(end, "memberships"));
    assertEquals(210, count(end, "resulting"));

    for (var day :
        Map.of(
                "2004-12-31", 0,
                "2005-01-01", 165,
                "2015-01-31", 196 + 9,
                "2015-02-01", 196 + 9,
                "2017-04-29", 210,
                "2017-04-30", 210)
            .entrySet()) {
      assertEquals(day.getValue(), family(day.getKey()), day.getKey());
    }
    get("/organisations/" + organisation(160) + "/memberships")
        .body("items.cluster.id", contains(content, games, south, union))
        .body("items[3].memberSince", equalTo("2005-01-01"));
    get("/organisations/" + organisation(203) + "/memberships")
        .body("items.cluster.id", contains(place, south, union))
        .body("items[2].memberSince", equalTo("2012-01-01"));
    get("/organisations/" + applicant + "/memberships").body("items", hasSize(0));
    assertEquals(
        6, ((List<?>) get("/clusters/" + cloud + "/lineage").extract().path("clusters")).size());
    get("/clusters/" + union + "/lineage?on=2016-01-01").body("clusters", hasSize(1));
    get("/clusters/" + south + "/lineage?on=2016-01-01")
        .body("clusters", hasSize(4))
        .body("mergers.id", contains(first));
    get("/clusters/" + union + "/lineage")
        .body("mergers.id", contains(first, second))
        .body("mergers[1].parties.id", containsInAnyOrder(south, place));
  }

  /** The organisations of all these clusters on a day, each once. */
  private int family(String on) {
    return (int)
        List.of(content, games, cloud, place, south, union).stream()
            .flatMap(cluster -> everyone(cluster, on).stream())
            .distinct()
            .count();
  }

  private static List<String> everyone(String cluster, String on) {
    String csv =
        org.grappe.testing.Api.anyone()
            .accept("text/csv")
            .get("/organisations?memberOf=" + cluster + "&on=" + on)
            .asString();
    return csv.lines().skip(1).map(line -> line.substring(0, 36)).toList();
  }

  @Test
  void an_absorbing_party_goes_on_with_what_it_has() {
    join(content, 1, 5, "2010-01-01", "");
    join(games, 4, 8, "2012-01-01", "");
    String office =
        make("/clusters/" + content + "/offices", Map.of("city", "Sète", "openedOn", "2011"));
    String merger = merger(List.of(content, games), content);
    List.of(content, games).forEach(party -> adopts(merger, party, "2015-01-20"));
    Map<String, Object> outcome = completed(merger, "2015-02-01");
    assertEquals(5, count(outcome, "memberships"));
    assertEquals(2, count(outcome, "jointOrganisations"));
    assertEquals(8, count(outcome, "resulting"));
    assertEquals(0, count(outcome, "offices"));
    get("/clusters/" + content).body("status", equalTo("ACTIVE")).body("dissolvedOn", nullValue());
    get("/clusters/" + content + "/offices/" + office).body("closedOn", nullValue());
    get("/organisations/" + organisation(4) + "/memberships")
        .body("items.cluster.id", contains(content, games))
        .body("items[0].from", equalTo("2010-01-01"))
        .body("items[0].continues", hasSize(1));
    get("/organisations/" + organisation(8) + "/memberships")
        .body("items[1].memberSince", equalTo("2012-01-01"));
  }

  @Test
  void an_end_that_was_to_come_still_comes() {
    join(content, 1, 1, "2010-01-01", "");
    Map<String, Object> ends =
        new HashMap<>(Map.of("until", "2016-01-01", "endReason", "RESIGNED"));
    String membership =
        get("/organisations/" + organisation(1) + "/memberships").extract().path("items[0].id");
    patch("/memberships/" + membership, ends).statusCode(200);
    String merger = merger(List.of(content, games), south);
    List.of(content, games).forEach(party -> adopts(merger, party, "2015-01-20"));
    completed(merger, "2015-02-01");
    get("/organisations/" + organisation(1) + "/memberships")
        .body("items.until", contains("2015-02-01", "2016-01-01"));
  }
}
