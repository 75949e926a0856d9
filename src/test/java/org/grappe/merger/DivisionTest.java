package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
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

/** A cluster is split into two, or a part of it leaves. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DivisionTest {
  private static final String DAY = "2019-01-01";

  private String source;
  private String north;
  private String south;
  private String friend;
  private String games;
  private String cloud;
  private String office;
  private String convention;
  private String event;
  private final List<String> companies = new ArrayList<>();
  private final List<String> members = new ArrayList<>();

  /** Two in games, two in the cloud, one in none, who belongs to the south already. */
  @BeforeEach
  void a_cluster_with_all_that_a_cluster_can_have() {
    source = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    north = make("/clusters", with(aCluster(), "announcedOn", "2018"));
    south = make("/clusters", with(aCluster(), "foundedOn", "2010"));
    friend = make("/clusters", aCluster());
    games = make("/clusters/" + source + "/colleges", Map.of("name", "Games", "purpose", "Play"));
    cloud = make("/clusters/" + source + "/colleges", Map.of("name", "Cloud"));
    make("/clusters/" + south + "/colleges", Map.of("name", "cloud"));
    for (int i = 0; i < 5; i++) {
      companies.add(make("/organisations", anOrganisation()));
      Map<String, Object> member =
          with(aMembership(source, companies.get(i)), "from", "2012-01-0" + (i + 1));
      if (i < 4) {
        member.put("college", i < 2 ? games : cloud);
      }
      members.add(make("/memberships", member));
    }
    make("/memberships", with(aMembership(south, companies.get(4)), "from", "2014-01-01"));
    String applicant = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(source, applicant), "appliedOn", "2018-06-01"));
    make("/clusters/" + source + "/mandates", Map.of("role", "PRESIDENT", "from", "2012"));
    office = make("/clusters/" + source + "/offices", Map.of("city", "Sète", "openedOn", "2006"));
    convention = make("/conventions", with(aConvention(source, friend), "from", "2010"));
    event = make("/events", with(anEvent(source), "startsOn", "2030-01-09"));
    make("/events", with(anEvent(source), "startsOn", "2018-12-15"));
    make("/events/" + event + "/shares", Map.of("cluster", friend, "on", "2018-01-01"));
    String theirs = make("/events", with(anEvent(friend), "startsOn", "2030-01-08"));
    make("/events/" + theirs + "/shares", Map.of("cluster", source, "on", "2018-01-01"));
  }

  private static Map<String, Object> to(String what, Object thing, String to) {
    return Map.of(what, thing, "to", to);
  }

  private String division(String kind, List<Map<String, Object>> assignments) {
    return make("/divisions", body(kind, assignments));
  }

  private Map<String, Object> body(String kind, List<Map<String, Object>> assignments) {
    Map<String, Object> body = new HashMap<>();
    with(body, "cluster", source, "kind", kind, "results", List.of(north, south));
    return with(body, "assignments", assignments);
  }

  /** Games to the north, all else to the south, but that one of the cloud leaves. */
  private List<Map<String, Object>> split() {
    return List.of(
        to("rest", true, south),
        to("college", games, north),
        to("membership", members.get(3), "LEAVES"),
        to("convention", convention, "LEAVES"),
        to("event", event, north));
  }

  private static Map<String, Object> on(String day) {
    return Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test");
  }

  private static ValidatableResponse act(String division, String what, Map<String, Object> body) {
    return post("/divisions/" + division + "/" + what, body);
  }

  private static Map<String, Object> complete(String division) {
    Map<String, Object> previewed =
        admin()
            .get("/divisions/" + division + "/preview?effectiveOn=" + DAY)
            .then()
            .statusCode(200)
            .extract()
            .path("");
    previewed.put("obstacles", List.of());
    Map<String, Object> done =
        act(division, "completion", on(DAY))
            .body("obstacles", hasSize(0))
            .statusCode(200)
            .extract()
            .path("");
    assertEquals(previewed, done);
    return done;
  }

  private static void counted(String cluster, String day, int alone, int withPredecessors) {
    String path = "/memberships?count=true&limit=1&cluster=" + cluster + "&on=" + day;
    get(path).body("total", equalTo(alone));
    get(path + "&includePredecessors=true").body("total", equalTo(withPredecessors));
  }

  private String seen() {
    return Seen.of(
        List.of(source, north, south, friend),
        List.of("2018-12-31", "2019-01-15", "2019-03-01", "2026-01-01"));
  }

  private static Map<String, Object> member(String cluster, String company) {
    return get("/memberships?cluster=" + cluster + "&organisation=" + company + "&on=" + DAY)
        .extract()
        .path("items[0]");
  }

  @Test
  void a_split_hands_over_all_that_is_assigned_and_the_rest() {
    String division = division("SPLIT", split());
    get("/divisions/" + division)
        .body("status", equalTo("ANNOUNCED"))
        .body("results.id", contains(north, south))
        .body("assignments[0].rest", equalTo(true))
        .body("assignments[1].college.name", equalTo("Games"))
        .body("assignments[1].to.id", equalTo(north))
        .body("assignments[2].to", equalTo("LEAVES"));
    Map<String, Object> done = complete(division);
    assertEquals(5, ((Map<?, ?>) done.get("memberships")).get("count"));
    get("/divisions/" + division).body("status", equalTo("EFFECTIVE"));

    get("/clusters/" + source + "?on=2018-12-31").body("status", equalTo("ACTIVE"));
    admin()
        .get("/clusters/" + source)
        .then()
        .body("status", equalTo("DIVIDED"))
        .body("dissolvedOn", equalTo(DAY))
        .body("dividedInto.id", containsInAnyOrder(north, south))
        .header("Link", containsString("successor-version"));
    get("/clusters?limit=200&status=divided&q=" + get("/clusters/" + source).extract().path("slug"))
        .statusCode(200);
    get("/clusters/" + north)
        .body("foundedOn", equalTo(DAY))
        .body("continues.id", contains(source));

    counted(source, "2018-12-31", 5, 5);
    counted(north, "2018-12-31", 0, 5);
    counted(north, DAY, 2, 2);
    counted(south, "2018-12-31", 1, 6);
    counted(south, DAY, 2, 2);
    Map<String, Object> gamer = member(north, companies.get(0));
    assertEquals("2012-01-01", gamer.get("memberSince"));
    assertEquals("Games", ((Map<?, ?>) gamer.get("college")).get("name"));
    get("/clusters/" + north + "/colleges").body("items.purpose", contains("Play"));
    Map<String, Object> clouder = member(south, companies.get(2));
    assertEquals("cloud", ((Map<?, ?>) clouder.get("college")).get("name"));
    get("/clusters/" + south + "/colleges").body("items", hasSize(1));
    assertEquals("2012-01-05", member(south, companies.get(4)).get("memberSince"));
    admin()
        .get("/memberships/" + members.get(3))
        .then()
        .body("endReason", equalTo("DIVIDED"))
        .body("until", equalTo(DAY));
    get("/organisations/" + companies.get(3) + "/memberships?status=all").body("items", hasSize(1));
    get("/organisations?count=true&includePredecessors=true&on=2018-12-31&memberOf=" + south)
        .body("total", equalTo(5));

    get("/events/" + event).body("host.cluster.id", equalTo(north));
    get("/clusters/" + south + "/offices").body("items.city", contains("Sète"));
    get("/clusters/" + source + "/mandates?status=ended").body("items.until", contains(DAY));
    admin().get("/memberships?status=applied&cluster=" + south).then().body("items", hasSize(1));
  }

  @Test
  void the_lineage_tells_it_beside_mergers() {
    complete(division("SPLIT", split()));
    get("/clusters/" + north + "/lineage")
        .body("clusters.id", containsInAnyOrder(source, north, south))
        .body("divisions.kind", contains("SPLIT"))
        .body("divisions[0].cluster.id", equalTo(source))
        .body("divisions[0].results.id", containsInAnyOrder(north, south));
    get("/clusters/" + north + "/lineage?on=2018-12-31").body("divisions", hasSize(0));
    admin()
        .accept("text/vnd.mermaid")
        .get("/clusters/" + source + "/lineage")
        .then()
        .body(containsString(">\"" + DAY + "\"]"));
    admin()
        .accept("application/ld+json")
        .get("/clusters/" + source + "/lineage")
        .then()
        .body(containsString("org:ChangeEvent"));
    admin()
        .get("/events.ics?cluster=" + source)
        .then()
        .statusCode(200)
        .header("Link", containsString("successor-version"))
        .body(containsString("Goes on as"));
  }

  @Test
  void in_a_spin_off_only_what_is_assigned_goes() {
    String division =
        division(
            "SPIN_OFF",
            List.of(
                to("college", games, north),
                to("membership", members.get(1), south),
                to("convention", convention, north),
                to("event", event, north)));
    complete(division);
    get("/clusters/" + source).body("status", equalTo("ACTIVE")).body("dividedInto", hasSize(0));
    counted(source, DAY, 3, 3);
    counted(north, DAY, 1, 1);
    counted(north, "2018-12-31", 0, 5);
    counted(south, DAY, 2, 2);
    get("/clusters/" + source + "/mandates").body("items", hasSize(1));
    get("/clusters/" + source + "/offices").body("items", hasSize(1));
    get("/clusters/" + source + "/colleges").body("items", hasSize(2));
    get("/conventions?cluster=" + north)
        .body("items", hasSize(1))
        .body("items[0].parties.id", containsInAnyOrder(source, north, friend));
    get("/events/" + event).body("host.cluster.id", equalTo(north));
    get("/clusters/" + north + "/lineage")
        .body("divisions.kind", contains("SPIN_OFF"))
        .body("clusters.id", hasItems(source, north));
  }

  @Test
  void a_correction_moves_it_and_a_reversal_leaves_nothing() {
    for (String kind : List.of("SPLIT", "SPIN_OFF")) {
      List<Map<String, Object>> assignments = new ArrayList<>(split());
      if (kind.equals("SPIN_OFF")) {
        assignments.remove(0);
        assignments.remove(2);
        assignments.add(to("convention", convention, north));
        assignments.add(to("office", office, south));
      }
      String division = division(kind, assignments);
      String before = seen();
      complete(division);
      String right = seen();
      act(division, "reversal", Map.of("reason", "a test")).statusCode(200);
      assertEquals(before, seen(), kind);
      act(division, "completion", on("2019-02")).statusCode(200);
      act(division, "correction", Map.of("effectiveOn", DAY)).statusCode(200);
      assertEquals(right, seen(), kind);
      act(division, "reversal", Map.of("reason", "a test")).statusCode(200);
      assertEquals(before, seen(), kind);
      act(division, "abandonment", Map.of("on", "2026-01-01")).statusCode(200);
    }
  }

  @Test
  void whoever_and_whatever_nothing_assigns_is_refused_by_name() {
    String division =
        division("SPLIT", List.of(to("college", games, north), to("college", cloud, south)));
    String before = seen();
    act(division, "completion", on(DAY))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", containsInAnyOrder(members.get(4), event));
    assertEquals(before, seen());
    act(division, "completion", Map.of("effectiveOn", DAY))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"));
    act(division, "completion", on("2999-01-01"))
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveOn"));
    act(division, "completion", on("2004-01-01"))
        .statusCode(409)
        .body("obstacles.id", hasItem(source));
  }

  @Test
  void what_is_no_assignment_is_refused_with_its_place() {
    String foreign = make("/clusters/" + friend + "/colleges", Map.of("name", "Games"));
    post(
            "/divisions",
            body(
                "SPLIT",
                List.of(
                    to("college", games, north),
                    to("college", games, south),
                    to("membership", members.get(0), friend),
                    Map.of("to", north),
                    Map.of("membership", members.get(1), "rest", true, "to", north))))
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/assignments/1/college", "/assignments/2/to", "/assignments/3", "/assignments/4"));
    post("/divisions", body("SPLIT", List.of(to("college", foreign, north))))
        .statusCode(422)
        .body("errors.pointer", contains("/assignments/0/college"));
    post("/divisions", body("SPLIT", List.of(to("college", games, "NOWHERE"))))
        .statusCode(422)
        .body("errors.pointer", contains("/assignments/0/to"));
    post("/divisions", with(body("SPLIT", List.of()), "results", List.of(source)))
        .statusCode(422)
        .body("errors.pointer", contains("/results"));
  }

  @Test
  void the_assembly_of_the_cluster_votes_and_nobody_else() {
    String division = division("SPLIT", split());
    Map<String, Object> ballot = new HashMap<>();
    with(ballot, "party", north, "decision", "ADOPTED");
    with(ballot, "assembly", Map.of("kind", "EXTRAORDINARY", "on", "2018-12-01"));
    act(division, "ballots", ballot).statusCode(422).body("errors.pointer", contains("/party"));
    String vote =
        act(division, "ballots", with(ballot, "party", source))
            .statusCode(201)
            .extract()
            .path("id");
    get("/divisions/" + division)
        .body("status", equalTo("APPROVED"))
        .body("ballots.id", contains(vote));
    act(division, "completion", Map.of("effectiveOn", "2018-11-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"));
    act(division, "completion", Map.of("effectiveOn", DAY)).statusCode(200);
    act(division, "completion", Map.of("effectiveOn", DAY))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-closed"));
    patch("/divisions/" + division, Map.of("kind", "SPIN_OFF")).statusCode(409);
  }

  @Test
  void it_slips_and_is_given_up() {
    String division = make("/divisions", with(body("SPLIT", split()), "plannedFor", "2018-06"));
    act(division, "postponement", Map.of("on", "2018-05", "plannedFor", "2019-01"))
        .statusCode(200)
        .body("plannedFor", equalTo("2019-01"))
        .body("steps.kind", contains("ANNOUNCED", "POSTPONED"))
        .body("steps[0].plannedFor", equalTo("2018-06"));
    act(division, "abandonment", Map.of("on", "2018-12-01"))
        .statusCode(200)
        .body("status", equalTo("ABANDONED"));
    act(division, "completion", on(DAY)).statusCode(409);
    get("/divisions?cluster=" + north).body("items.id", contains(division));
    get("/divisions?cluster=" + source).body("items.id", contains(division));
  }

  @Test
  void the_end_of_what_was_split_changes_by_its_division_alone() {
    String division = division("SPLIT", split());
    complete(division);
    patch("/clusters/" + source, Map.of("dissolvedOn", "2020-01-01")).statusCode(422);
    post("/clusters/" + source + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"));
    String next = make("/clusters", with(aCluster(), "foundedOn", "2009"));
    String merger = make("/mergers", Map.of("parties", List.of(north, next), "result", next));
    post(
            "/mergers/" + merger + "/completion",
            with(new HashMap<>(on("2020-01-01")), "unmappedColleges", "CONTINUE_WITHOUT"))
        .statusCode(200);
    counted(next, "2018-12-31", 0, 5);
    counted(next, "2019-06-01", 0, 2);
    counted(next, "2020-01-01", 2, 2);
    act(division, "reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", hasItem(merger));
    act(division, "correction", Map.of("effectiveOn", "2019-02-01")).statusCode(200);
    act(division, "correction", Map.of("effectiveOn", "2020-02-01"))
        .statusCode(409)
        .body("obstacles.id", hasItem(merger));
  }

  @Test
  void money_stays_and_a_line_can_be_assigned_to_a_result() {
    Map<String, Object> line = new HashMap<>();
    with(line, "beneficiary", Map.of("cluster", source), "purpose", "Salon");
    with(line, "amount", Map.of("amount", 1000), "steps", List.of(step("VOTED", "2018-02-01")));
    String money = make("/subsidy-lines", line);
    String division =
        division(
            "SPIN_OFF",
            List.of(
                to("college", games, north),
                to("convention", convention, north),
                to("event", event, north)));
    Map<String, Object> assigned = with(step("AGREED", "2019-03-01"), "assignedTo", north);
    post("/subsidy-lines/" + money + "/steps", assigned).statusCode(422);
    complete(division);
    get("/subsidy-lines/" + money).body("beneficiary.cluster.id", equalTo(source));
    post("/subsidy-lines/" + money + "/steps", assigned).statusCode(201);
    get("/subsidy-lines/" + money).body("assignedTo.id", equalTo(north));
  }

  private static Map<String, Object> step(String status, String on) {
    return with(new HashMap<>(), "status", status, "on", on);
  }

  @Test
  void its_history_and_what_was_known_before_are_told() throws Exception {
    String division = division("SPLIT", split());
    String known = java.time.Instant.now().toString();
    Thread.sleep(50);
    complete(division);
    admin()
        .get("/divisions/" + division + "/history")
        .then()
        .statusCode(200)
        .body("items.action", contains("CREATED", "CHANGED"));
    admin()
        .get("/clusters/" + source + "?on=2026-01-01&knownAt=" + known)
        .then()
        .body("status", equalTo("ACTIVE"));
    admin()
        .get("/divisions/" + division + "?on=2026-01-01&knownAt=" + known)
        .then()
        .body("status", equalTo("ANNOUNCED"));
    admin()
        .get(
            "/memberships?count=true&includePredecessors=true&on=2018-12-31&cluster="
                + north
                + "&knownAt="
                + known)
        .then()
        .body("total", equalTo(0));
  }

  @RepeatedTest(2)
  void of_two_who_complete_it_one_does() {
    String division = division("SPLIT", split());
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> act(division, "completion", on(DAY)).extract().statusCode(),
                () -> act(division, "completion", on(DAY)).extract().statusCode()));
    assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    counted(north, DAY, 2, 2);
    counted(south, DAY, 2, 2);
  }
}
