package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mergers, divisions, successions and dissolutions that stand on one another, or beside. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OneAfterAnotherTest {
  @Inject DataSource database;

  private String source;
  private String north;
  private String company;

  @BeforeEach
  void a_cluster_another_and_a_company() {
    source = founded();
    north = founded();
    company = make("/organisations", anOrganisation());
  }

  private static Map<String, Object> on(String day) {
    return Map.of("effectiveOn", day, "withoutBallots", true, "reason", "a test");
  }

  private String member(String organisation, Object... more) {
    Map<String, Object> body = with(aMembership(source, organisation), "from", "2001-01-01");
    return make("/memberships", with(body, more));
  }

  private String division(String kind, Map<String, Object> assigned) {
    Map<String, Object> body = Map.of("cluster", source, "kind", kind, "results", List.of(north));
    return "/divisions/"
        + make("/divisions", with(new HashMap<>(body), "assignments", List.of(assigned)));
  }

  private String split(String day) {
    String split = division("SPLIT", Map.of("rest", true, "to", north));
    post(split + "/completion", on(day)).statusCode(200);
    return split;
  }

  private static ValidatableResponse reverse(String path) {
    return post(path + "/reversal", Map.of("reason", "a test"));
  }

  private String succeed(String day) {
    String successor = make("/organisations", anOrganisation());
    post(
            "/organisations/" + company + "/succession",
            Map.of("successor", successor, "on", day, "kind", "ABSORBED"))
        .statusCode(200);
    return successor;
  }

  @Test
  void a_later_succession_stands_against_a_reversal_and_an_ended_cluster_against_that_of_one() {
    member(company);
    String split = split("2012-01-01");
    succeed("2014-01-01");
    reverse(split)
        .statusCode(409)
        .body("type", containsString("reversal-blocked"))
        .body("obstacles.id", hasItem(company));
    post("/clusters/" + north + "/dissolution", Map.of("on", "2016-01-01")).statusCode(200);
    reverse("/organisations/" + company + "/succession")
        .statusCode(409)
        .body("type", containsString("reversal-blocked"))
        .body("obstacles.id", hasItem(north));
    post("/clusters/" + north + "/dissolution/reversal", Map.of()).statusCode(200);
    reverse("/organisations/" + company + "/succession").statusCode(200);
    reverse(split).statusCode(200);
    get("/memberships?organisation=" + company)
        .body("items", hasSize(1))
        .body("items[0].cluster.id", equalTo(source));
  }

  @Test
  void a_late_member_that_became_another_is_one_until_then_wherever_it_went() {
    String split = split("2012-01-01");
    succeed("2014-01-01");
    String late = member(company);
    String there = "/memberships?status=ended&organisation=" + company + "&cluster=" + north;
    admin()
        .get(there)
        .then()
        .body("items", hasSize(1))
        .body("items[0].until", equalTo("2014-01-01"))
        .body("items[0].endReason", equalTo("SUCCEEDED"));
    reverse(split).statusCode(200);
    admin().get(there).then().body("items", hasSize(0));
    admin()
        .get("/memberships/" + late)
        .then()
        .body("until", equalTo("2014-01-01"))
        .body("endReason", equalTo("SUCCEEDED"));
  }

  @Test
  void a_corrected_spin_off_moves_the_conventions_that_it_took_and_no_others() {
    String friend = make("/clusters", aCluster());
    String taken = make("/conventions", with(aConvention(source, friend), "from", "2005"));
    // what stays behind ends between the two days, which is nothing to it
    make("/conventions", with(aConvention(source, friend), "from", "2006", "until", "2012-06-01"));
    String left = division("SPIN_OFF", Map.of("convention", taken, "to", north));
    post(left + "/completion", on("2013-01-01")).statusCode(200);
    post(left + "/correction", Map.of("effectiveOn", "2012-01-01")).statusCode(200);
    get("/conventions/" + taken).body("until", equalTo("2012-01-01"));
    get("/conventions?cluster=" + north)
        .body("items", hasSize(1))
        .body("items[0].continues.id", hasItem(taken))
        .body("items[0].from", equalTo("2012-01-01"));
    reverse(left).statusCode(200);
    get("/conventions/" + taken).body("until", nullValue());
  }

  @Test
  void remarks_on_an_opened_college_go_back_to_the_one_it_was_opened_for() {
    String games = make("/clusters/" + source + "/colleges", Map.of("name", "Games"));
    member(company, "college", games);
    String split = split("2012-01-01");
    String opened = get("/clusters/" + north + "/colleges").extract().path("items[0].id");
    patch("/clusters/" + north + "/colleges/" + opened, Map.of("remarks", "Plays on Mondays."))
        .statusCode(200);
    reverse(split).statusCode(200);
    get("/clusters/" + source + "/colleges/" + games).body("remarks", equalTo("Plays on Mondays."));
    get("/clusters/" + north + "/colleges?status=all").body("items", hasSize(0));
  }

  @Test
  void a_place_that_the_successor_took_by_a_membership_that_goes_stays_without_it() {
    member(company);
    String successor = succeed("2014-01-01");
    String made = get("/memberships?organisation=" + successor).extract().path("items[0].id");
    String event = make("/events", with(anEvent(source), "startsOn", "2030-01-09", "capacity", 3));
    String registrations = "/events/" + event + "/registrations";
    String place =
        make(registrations, Map.of("organisation", successor, "places", 1, "membership", made));
    reverse("/organisations/" + company + "/succession").statusCode(200);
    admin()
        .get(registrations + "/" + place)
        .then()
        .body("organisation.id", equalTo(successor))
        .body("membership", nullValue())
        .body("status", equalTo("CONFIRMED"));
  }

  @Test
  void who_came_back_to_what_he_left_stands_by_name_against_a_later_day_and_against_none() {
    String applicant = make("/organisations", anOrganisation());
    String filed =
        make("/memberships", with(aMembership(source, applicant), "appliedOn", "2011-01-01"));
    String member = member(company);
    Map<String, Object> body =
        with(new HashMap<>(), "cluster", source, "kind", "SPIN_OFF", "results", List.of(north));
    List<Map<String, Object>> going =
        List.of(
            Map.of("membership", member, "to", north), Map.of("membership", filed, "to", north));
    String left = "/divisions/" + make("/divisions", with(body, "assignments", going));
    post(left + "/completion", on("2012-01-01")).statusCode(200);
    String back = make("/memberships", with(aMembership(source, company), "from", "2013-01-01"));
    String again =
        make("/memberships", with(aMembership(source, applicant), "appliedOn", "2013-01-01"));
    post(left + "/correction", Map.of("effectiveOn", "2014-01-01"))
        .statusCode(409)
        .body("type", containsString("merger-conflict"))
        .body("obstacles.id", hasItem(back));
    reverse(left)
        .statusCode(409)
        .body("type", containsString("reversal-blocked"))
        .body("obstacles.id", containsInAnyOrder(back, again));
  }

  @Test
  void what_came_apart_is_party_to_no_new_merger() {
    split("2012-01-01");
    post("/mergers", Map.of("parties", List.of(source, north)))
        .statusCode(409)
        .body("type", containsString("merger-conflict"))
        .body("detail", containsString("came apart into others on 2012-01-01"))
        .body("obstacles.id", hasItem(source));
  }

  @Test
  void as_many_results_are_named_as_there_can_be_and_no_more() {
    String path = division("SPLIT", Map.of("rest", true, "to", "LEAVES"));
    Map<String, Object> many = Map.of("results", Collections.nCopies(51, north));
    bearer(aKey("EDITOR", north))
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(many)
        .patch(path)
        .then()
        .statusCode(403);
    patch(path, many).statusCode(422).body("errors.pointer", hasItem("/results"));
  }

  @Test
  void of_a_spin_off_and_an_earlier_dissolution_at_once_one_is_refused() {
    String left =
        division("SPIN_OFF", Map.of("membership", member(company), "to", north)) + "/completion";
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> post(left, on("2015-01-01")).extract().statusCode(),
                () ->
                    patch("/clusters/" + north, Map.of("dissolvedOn", "2012"))
                        .extract()
                        .statusCode(),
                () ->
                    post("/clusters/" + source + "/dissolution", Map.of("on", "2012-01-01"))
                        .extract()
                        .statusCode()));
    boolean isDone = statuses.get(0) == 200;
    if (isDone) {
      assertEquals(List.of(200, 409, 409), statuses);
    } else {
      assertEquals(409, statuses.get(0));
      assertTrue(new TreeSet<>(statuses.subList(1, 3)).contains(200), statuses.toString());
    }
  }

  @Test
  void the_database_itself_keeps_clusters_until_what_they_took_part_in() throws SQLException {
    String left = division("SPIN_OFF", Map.of("membership", member(company), "to", north));
    post(left + "/completion", on("2015-01-01")).statusCode(200);
    for (Map.Entry<String, String> one :
        Map.of(source, "a part left the cluster later", north, "others became the cluster later")
            .entrySet()) {
      try (Connection connection = database.getConnection();
          PreparedStatement dissolution =
              connection.prepareStatement(
                  "update clusters set dissolved_on = '2012' where id = ?")) {
        dissolution.setObject(1, UUID.fromString(one.getKey()));
        SQLException refused = assertThrows(SQLException.class, dissolution::executeUpdate);
        assertEquals("23514", refused.getSQLState());
        assertTrue(refused.getMessage().contains(one.getValue()), refused.getMessage());
      }
    }
  }
}
