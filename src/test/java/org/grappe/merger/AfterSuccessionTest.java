package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is entered of an organisation that has become another, or is becoming one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AfterSuccessionTest {
  private static final String DAY = "2017-04-01";

  @Inject DataSource database;
  private String cluster;
  private String former;
  private String successor;

  @BeforeEach
  void a_cluster_and_two_organisations() {
    cluster = founded();
    former = make("/organisations", anOrganisation());
    successor = make("/organisations", anOrganisation());
  }

  private ValidatableResponse succeed(String day) {
    return post(
        "/organisations/" + former + "/succession",
        Map.of("successor", successor, "on", day, "kind", "ABSORBED"));
  }

  private ValidatableResponse reverse() {
    return post("/organisations/" + former + "/succession/reversal", Map.of("reason", "a test"));
  }

  private ValidatableResponse inIt(String from) {
    return post(
        "/organisations/" + former + "/mandates",
        Map.of("role", "MANAGING_DIRECTOR", "from", from));
  }

  private ValidatableResponse onItsBehalf(String from) {
    return post(
        "/clusters/" + cluster + "/mandates",
        Map.of("role", "BOARD_MEMBER", "organisation", former, "from", from));
  }

  private String event(String day) {
    return make("/events", with(anEvent(cluster), "startsOn", day, "capacity", 100));
  }

  private ValidatableResponse register(String event) {
    return post("/events/" + event + "/registrations", Map.of("organisation", former, "places", 1));
  }

  private static void refused(ValidatableResponse answer, String field, String bound) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo(field))
        .body("bound", equalTo(bound));
  }

  @Test
  void no_mandate_on_its_behalf_begins_any_more_and_no_place_is_given_to_it() {
    String later = event("2030-01-08");
    succeed(DAY).statusCode(200);
    refused(onItsBehalf("2018-01-01"), "from", DAY);
    String before = onItsBehalf("2017-03").statusCode(201).extract().path("id");
    String path = "/clusters/" + cluster + "/mandates/";
    refused(patch(path + before, Map.of("from", DAY)), "from", DAY);
    String another =
        make("/clusters/" + cluster + "/mandates", Map.of("role", "OTHER", "from", "2019"));
    refused(patch(path + another, Map.of("organisation", former)), "from", DAY);
    refused(register(later), "organisation", DAY);
    reverse().statusCode(200);
    onItsBehalf("2018-01-01").statusCode(201);
    register(later).statusCode(201);
  }

  @Test
  void a_day_known_to_the_year_leaves_room_for_what_begins_in_that_year() {
    String during = inIt("2017-06").statusCode(201).extract().path("id");
    succeed("2017").statusCode(200);
    get("/organisations/" + former + "/mandates/" + during).body("until", equalTo("2017"));
    inIt("2017-07-01").statusCode(201);
    onItsBehalf("2017-07-01").statusCode(201);
    refused(inIt("2018"), "from", "2017");
    refused(onItsBehalf("2018"), "from", "2017");
  }

  /** Whatever of these is first: then no mandate of one who is no more begins, nor is its place. */
  @RepeatedTest(3)
  void nothing_begins_for_it_while_it_becomes_another() {
    String event = event("2030-01-08");
    List<Callable<Integer>> acts = new ArrayList<>();
    acts.add(() -> succeed(DAY).extract().statusCode());
    for (int i = 0; i < 3; i++) {
      acts.add(() -> onItsBehalf("2018-01-01").extract().statusCode());
      acts.add(() -> register(event).extract().statusCode());
    }
    List<Integer> statuses = Race.of(acts);
    assertEquals(200, statuses.get(0), statuses.toString());
    assertTrue(List.of(200, 201, 409).containsAll(statuses), statuses.toString());
    get("/clusters/" + cluster + "/mandates?status=planned,active,ended")
        .body("items.organisation.id", not(hasItem(former)));
    admin()
        .get("/events/" + event + "/registrations")
        .then()
        .statusCode(200)
        .body("items.organisation.id", not(hasItem(former)));
  }

  @RepeatedTest(3)
  void of_a_succession_and_a_later_mandate_in_it_at_once_one_is_refused() {
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> succeed(DAY).extract().statusCode(),
                () -> inIt("2018-01-01").extract().statusCode(),
                () -> inIt("2018-01-01").extract().statusCode()));
    boolean isDone = statuses.get(0) == 200;
    assertEquals(
        isDone ? List.of(200, 409, 409) : List.of(409, 201, 201), statuses, statuses.toString());
  }

  @Test
  void the_database_itself_lets_no_mandate_of_it_begin() throws SQLException {
    succeed(DAY).statusCode(200);
    try (Connection connection = database.getConnection();
        PreparedStatement mandate =
            connection.prepareStatement(
                "insert into mandates (id, organisation, role, \"from\")"
                    + " values (gen_random_uuid(), ?, 'OTHER', '2018')")) {
      mandate.setObject(1, UUID.fromString(former));
      SQLException refused = assertThrows(SQLException.class, mandate::executeUpdate);
      assertTrue(refused.getMessage().contains("who has become another"), refused.getMessage());
    }
  }

  @Test
  void what_was_entered_since_as_ended_by_it_goes_on_once_it_is_reversed() {
    succeed(DAY).statusCode(200);
    Map<String, Object> ended =
        Map.of("from", "2012-01-01", "until", DAY, "endReason", "SUCCEEDED");
    Map<String, Object> late = new HashMap<>(aMembership(cluster, former));
    late.putAll(ended);
    String member = make("/memberships", late);
    String other = founded();
    late.put("cluster", other);
    make("/memberships", late);
    post("/clusters/" + other + "/dissolution", Map.of("on", "2019-01-01")).statusCode(200);
    reverse()
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", hasItem(other));
    post("/clusters/" + other + "/dissolution/reversal", Map.of()).statusCode(200);
    reverse().statusCode(200);
    admin()
        .get("/memberships/" + member)
        .then()
        .body("status", equalTo("ACTIVE"))
        .body("until", nullValue())
        .body("endReason", nullValue());
  }

  @Test
  void who_was_made_to_continue_what_it_opened_stands_against_its_reversal_by_name() {
    make("/memberships", with(aMembership(cluster, former), "from", "2012-01-01"));
    succeed(DAY).statusCode(200);
    String opened =
        get("/memberships?cluster=" + cluster + "&organisation=" + successor)
            .extract()
            .path("items[0].id");
    String other = founded();
    String member =
        make(
            "/memberships",
            with(
                aMembership(other, successor), "from", "2018-01-01", "continues", List.of(opened)));
    reverse()
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("detail", containsString("continues"))
        .body("obstacles[0].id", equalTo(member));
    patch("/memberships/" + member, Map.of("continues", List.of())).statusCode(200);
    reverse().statusCode(200);
  }
}
