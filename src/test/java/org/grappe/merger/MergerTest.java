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
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a merger is on each day, what its ballots may say, and what stands against it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MergerTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private String one;
  private String two;
  private String result;
  private String merger;

  @BeforeEach
  void two_clusters_that_are_to_become_a_third() {
    one = founded();
    two = make("/clusters", with(aCluster(), "foundedOn", "2005-06-01"));
    result = make("/clusters", with(aCluster(), "announcedOn", "2014-11-19"));
    merger = make("/mergers", aMerger());
  }

  private Map<String, Object> aMerger() {
    return with(
        new HashMap<>(),
        "parties",
        List.of(one, two),
        "result",
        result,
        "announcedOn",
        "2014-11-19");
  }

  private Map<String, Object> aBallot(String party, String day, String decision) {
    return with(
        new HashMap<>(),
        "party",
        party,
        "assembly",
        Map.of("kind", "EXTRAORDINARY", "on", day),
        "decision",
        decision);
  }

  private ValidatableResponse votes(Map<String, Object> ballot) {
    return post("/mergers/" + merger + "/ballots", ballot);
  }

  private void bothAdopt() {
    votes(aBallot(one, "2015-01-10", "ADOPTED")).statusCode(201);
    votes(aBallot(two, "2015-01-20", "ADOPTED")).statusCode(201);
  }

  private ValidatableResponse complete(Object... more) {
    Map<String, Object> body = with(new HashMap<>(), "effectiveOn", "2015-02-01");
    return post("/mergers/" + merger + "/completion", with(body, more));
  }

  private void status(String day, String expected) {
    get("/mergers/" + merger + "?on=" + day).body("status", equalTo(expected));
  }

  private String member(String cluster, String from) {
    String company = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(cluster, company), "from", from));
    return company;
  }

  private static void wrong(ValidatableResponse answer, String... pointers) {
    answer.statusCode(422).body("errors.pointer", equalTo(List.of(pointers)));
  }

  @Test
  void its_status_follows_ballots_and_steps_on_any_day() {
    votes(aBallot(one, "2015-01-10", "REJECTED")).statusCode(201);
    status("2015-01-09", "ANNOUNCED");
    status("2015-01-10", "REJECTED");
    bothAdopt();
    votes(aBallot(one, "2015-01-15", "ADOPTED")).statusCode(201);
    status("2015-01-14", "ANNOUNCED");
    status("2015-01-20", "APPROVED");
    complete().statusCode(200);
    status("2015-01-31", "APPROVED");
    status("2015-02-01", "EFFECTIVE");
    get("/mergers?cluster=" + two + "&on=2014-11-18").body("items", hasSize(0));
    get("/mergers?cluster=" + two + "&on=2014-11-19&status=announced").body("items", hasSize(1));
    get("/mergers?cluster=" + result + "&status=effective&region=76").body("items", hasSize(1));
  }

  @Test
  void a_vote_to_come_decides_nothing_and_a_later_assembly_replaces_an_earlier_one() {
    bothAdopt();
    votes(
            with(
                new HashMap<>(),
                "party",
                one,
                "assembly",
                Map.of("kind", "ORDINARY", "plannedFor", "2015-03")))
        .statusCode(201);
    status("2015-06-01", "APPROVED");
    votes(aBallot(one, "2015-01-25", "REJECTED")).statusCode(201);
    status("2015-01-24", "APPROVED");
    status("2015-01-25", "REJECTED");
    get("/mergers/" + merger + "/ballots").body("items", hasSize(4));
    complete().statusCode(409).body("type", equalTo("/problems/merger-not-approved"));
  }

  @Test
  void the_numbers_of_a_ballot_are_possible() {
    Map<String, Object> ballot = aBallot(one, "2015-01-10", "ADOPTED");
    wrong(
        votes(with(aBallot(one, "2015-01-10", "ADOPTED"), "entitled", 10, "votesFor", 11)),
        "/votesFor");
    wrong(
        votes(
            with(
                aBallot(one, "2015-01-10", "ADOPTED"),
                "entitled",
                10,
                "votesFor",
                6,
                "votesAgainst",
                3,
                "abstentions",
                2)),
        "/entitled");
    wrong(
        votes(
            with(
                aBallot(one, "2015-01-10", "ADOPTED"),
                "entitled",
                10,
                "quorum",
                6,
                "votesFor",
                3,
                "votesAgainst",
                1,
                "abstentions",
                1)),
        "/quorum");
    wrong(
        votes(with(aBallot(one, "2015-01-10", "ADOPTED"), "votesFor", 5, "votesAgainst", 5)),
        "/votesFor");
    wrong(votes(with(aBallot(one, "2015-01-10", "ADOPTED"), "votesFor", -1)), "/votesFor");
    wrong(
        votes(with(aBallot(one, "2015-01-10", "ADOPTED"), "entitled", 5, "quorum", 6)), "/quorum");
    wrong(
        votes(
            with(
                aBallot(one, "2015-01-10", "ADOPTED"),
                "assembly",
                Map.of("kind", "ORDINARY", "plannedFor", "2015"))),
        "/assembly/on");
    wrong(
        votes(aBallot(one, LocalDate.now(PARIS).plusYears(1).toString(), "ADOPTED")), "/decision");
    wrong(
        votes(with(aBallot(one, "2015-01-10", "ADOPTED"), "assembly", Map.of("kind", "ORDINARY"))),
        "/assembly/on");
    wrong(votes(aBallot(result, "2015-01-10", "ADOPTED")), "/party");
    votes(
            with(
                ballot,
                "entitled",
                10,
                "quorum",
                6,
                "votesFor",
                4,
                "votesAgainst",
                1,
                "abstentions",
                1))
        .statusCode(201)
        .body("votesFor", equalTo(4));
  }

  @Test
  void a_merger_has_parties_colleges_where_they_belong_and_no_circle() {
    wrong(post("/mergers", Map.of("parties", List.of(one))), "/parties");
    wrong(post("/mergers", Map.of("parties", List.of(one, one))), "/parties/1");
    String foreign = make("/clusters/" + result + "/colleges", Map.of("name", "Foreign"));
    wrong(
        patch(
            "/mergers/" + merger,
            Map.of("collegeMapping", List.of(Map.of("from", foreign, "to", foreign)))),
        "/collegeMapping/0/from");
    bothAdopt();
    complete().statusCode(200);
    wrong(post("/mergers", Map.of("parties", List.of(result, two), "result", one)), "/result");
  }

  @Test
  void it_is_refused_while_a_vote_is_missing_before_it_and_in_the_future() {
    complete()
        .statusCode(409)
        .body("type", equalTo("/problems/merger-not-approved"))
        .body("obstacles", hasSize(2));
    bothAdopt();
    complete("effectiveOn", "2015-01-19")
        .statusCode(409)
        .body("detail", containsString("2015-01-20"));
    complete("effectiveOn", LocalDate.now(PARIS).plusDays(1).toString())
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/effectiveOn"));
    status("2016-01-01", "APPROVED");
    complete().statusCode(200);
    complete().statusCode(409).body("type", equalTo("/problems/merger-closed"));
    patch("/mergers/" + merger, Map.of("result", one))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-closed"));
    patch("/mergers/" + merger, Map.of("remarks", "r")).statusCode(200);
    delete("/mergers/" + merger).statusCode(409);
  }

  @Test
  void without_ballots_it_needs_a_reason_and_everything_else_holds() {
    wrong(complete("withoutBallots", true), "/reason");
    member(one, "2015-02-01");
    complete("withoutBallots", true, "reason", "Not reported.")
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.detail", hasItem(containsString("begins on that day or later")));
    complete("withoutBallots", true, "reason", "Not reported.", "effectiveOn", "2015-02-02")
        .statusCode(200);
  }

  @Test
  void what_stands_against_it_changes_nothing_and_preview_tells_all_of_it() {
    bothAdopt();
    make(
        "/clusters/" + one + "/mandates",
        Map.of("role", "PRESIDENT", "person", "Tony Marchand", "from", "2015-03-01"));
    post("/clusters/" + two + "/dissolution", Map.of("on", "2015-01-25")).statusCode(200);
    complete().statusCode(409);
    admin()
        .get("/mergers/" + merger + "/preview?effectiveOn=2015-02-01")
        .then()
        .body("obstacles.type", hasItems("/problems/merger-conflict"))
        .body("obstacles", hasSize(2));
    get("/clusters/" + one).body("dissolvedOn", nullValue()).body("followedBy", nullValue());
    get("/clusters/" + result).body("foundedOn", nullValue());
    status("2016-01-01", "APPROVED");
  }

  @Test
  void it_can_be_put_off_and_the_old_days_stay_readable() {
    patch("/mergers/" + merger, Map.of("plannedFor", "2015-02")).statusCode(200);
    String path = "/mergers/" + merger + "/postponement";
    post(path, Map.of("on", "2015-01", "plannedFor", "2015-03", "reason", "A vote slips."))
        .statusCode(200);
    post(path, Map.of("plannedFor", "2015-03"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"));
    wrong(post(path, Map.of("plannedFor", "2015-01")), "/plannedFor");
    wrong(post(path, Map.of()), "/plannedFor");
    post(path, Map.of("on", "2015-01", "plannedFor", "2015-04")).statusCode(200);
    get("/mergers/" + merger)
        .body("plannedFor", equalTo("2015-04"))
        .body("steps.kind", contains("ANNOUNCED", "POSTPONED", "POSTPONED"))
        .body("steps.plannedFor", contains("2015-02", "2015-03", "2015-04"))
        .body("steps[1].reason", equalTo("A vote slips."));
  }

  @Test
  void an_absorbing_party_whose_founding_is_not_known_is_not_founded_by_it() {
    result = make("/clusters", aCluster());
    String company = member(result, "1995-01-01");
    merger = make("/mergers", with(aMerger(), "parties", List.of(one, result), "result", result));
    votes(aBallot(one, "2015-01-10", "ADOPTED")).statusCode(201);
    votes(aBallot(result, "2015-01-10", "ADOPTED")).statusCode(201);
    complete().statusCode(200);
    get("/clusters/" + result).body("foundedOn", nullValue()).body("status", equalTo("ACTIVE"));
    get("/organisations/" + company + "/memberships").body("items.status", contains("ACTIVE"));
  }

  @Test
  void what_was_given_up_stays_so() {
    bothAdopt();
    String path = "/mergers/" + merger + "/abandonment";
    post(path, Map.of("on", "2015-02-10", "reason", "r")).statusCode(200);
    status("2015-02-09", "APPROVED");
    status("2015-02-10", "ABANDONED");
    post(path, Map.of()).statusCode(409).body("type", equalTo("/problems/merger-closed"));
    complete().statusCode(409).body("type", equalTo("/problems/merger-closed"));
  }

  @Test
  void each_partys_editor_enters_its_own_vote_and_edits_the_result_afterwards() {
    String key = aKey("EDITOR", one);
    bearer(key)
        .contentType("application/json")
        .body(aBallot(two, "2015-01-10", "ADOPTED"))
        .post("/mergers/" + merger + "/ballots")
        .then()
        .statusCode(403);
    bothAdopt();
    complete().statusCode(200);
    bearer(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("city", "Sète"))
        .patch("/clusters/" + result)
        .then()
        .statusCode(200);
  }

  @Test
  void a_continued_membership_is_not_deleted_and_an_ended_cluster_is_not_revived() {
    String company = member(one, "2010-01-01");
    bothAdopt();
    complete().statusCode(200);
    String old = get("/organisations/" + company + "/memberships").extract().path("items[0].id");
    delete("/memberships/" + old)
        .statusCode(409)
        .body("referredToBy.collection", equalTo("memberships"));
    Map<String, Object> revival = new HashMap<>();
    revival.put("dissolvedOn", null);
    wrong(patch("/clusters/" + one, revival), "/dissolvedOn");
    wrong(patch("/clusters/" + one, Map.of("dissolvedOn", "2020-01-01")), "/dissolvedOn");
    wrong(patch("/clusters/" + one, Map.of("followedBy", two)), "/followedBy");
    wrong(patch("/clusters/" + one, Map.of("followedOn", "2020-01-01")), "/followedOn");
    patch("/clusters/" + one, Map.of("dissolvedOn", "2015-02-01", "city", "Sète")).statusCode(200);
    post("/memberships", with(aMembership(two, company), "from", "2015-06-01"))
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"));
  }

  @Test
  void of_two_completions_that_race_one_wins_and_of_memberships_none_is_left_behind() {
    List<String> before = IntStream.range(0, 20).mapToObj(i -> member(one, "2010-01-01")).toList();
    List<String> joining =
        IntStream.range(0, 40).mapToObj(i -> make("/organisations", anOrganisation())).toList();
    bothAdopt();
    List<Integer> statuses =
        Race.of(
            42,
            i ->
                (i % 20 == 10 && i < 40
                        ? complete()
                        : post(
                            "/memberships",
                            with(
                                aMembership(i % 2 == 0 ? one : two, joining.get(i % 40)),
                                "from",
                                "2014-01-01")))
                    .extract()
                    .statusCode());
    assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses.toString());
    assertEquals(
        statuses.size(),
        statuses.stream().filter(s -> s == 200 || s == 201 || s == 409).count(),
        statuses.toString());
    int entered = (int) statuses.stream().filter(s -> s == 201).count();
    get("/memberships?cluster=" + result + "&count=true&limit=1")
        .body("total", equalTo(before.size() + entered));
    for (String party : List.of(one, two)) {
      get("/memberships?cluster=" + party + "&on=2015-02-01").body("items", hasSize(0));
    }
  }
}
