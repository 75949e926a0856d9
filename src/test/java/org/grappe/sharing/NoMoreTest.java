package org.grappe.sharing;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.LinkedHashMap;
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

/** A cluster that is no more changes nothing, signs nothing and shares nothing. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NoMoreTest {
  @Inject DataSource database;
  private String cluster;
  private String friend;
  private String third;

  @BeforeEach
  void three_clusters() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    friend = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    third = make("/clusters", with(aCluster(), "foundedOn", "2000"));
  }

  private String path() {
    return "/clusters/" + cluster;
  }

  private void ended() {
    post(path() + "/dissolution", Map.of("on", "2015-03")).statusCode(200);
  }

  private static void refused(ValidatableResponse answer, String field) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo(field))
        .body("bound", equalTo("2015-03"));
  }

  private Map<String, Object> change(String day) {
    return Map.of("on", day, "name", "Other " + day);
  }

  private static List<Map<String, Object>> signed(String... days) {
    return java.util.Arrays.stream(days).map(day -> Map.<String, Object>of("on", day)).toList();
  }

  @Test
  void nothing_changes_of_it() {
    ended();
    refused(post(path() + "/transitions", Map.of("name", "Other")), "on");
    refused(post(path() + "/transitions", change("2015-04")), "on");
    post(path() + "/transitions", change("2015-03")).statusCode(200);
    post(path() + "/transitions", change("2014-01-01")).statusCode(200);
    String period = path() + "/periods/" + get(path()).extract().path("periods[1].id");
    refused(patch(period, Map.of("from", "2016"), etag(path())), "from");
    patch(period, Map.of("from", "2013"), etag(path())).statusCode(200);
  }

  @Test
  void nor_does_it_end_before_it_changes() {
    post(path() + "/transitions", change("2015-04-01")).statusCode(200);
    String period = get(path()).extract().path("periods[1].id");
    post(path() + "/dissolution", Map.of("on", "2015-03"))
        .statusCode(409)
        .body("field", equalTo("on"))
        .body("bound", equalTo("2015-04-01"))
        .body("other.id", equalTo(period));
    patch(path(), Map.of("dissolvedOn", "2015-03"))
        .statusCode(409)
        .body("field", equalTo("dissolvedOn"))
        .body("other.id", equalTo(period));
  }

  @Test
  void it_signs_nothing() {
    ended();
    Map<String, Object> both = aConvention(cluster, friend);
    refused(post("/conventions", and(both, "from", "2015-03-31", "signings", List.of())), "from");
    refused(post("/conventions", and(both, "signings", signed("2015-04-01"))), "signings");
    make("/conventions", and(both, "from", "2016", "signings", signed("2015-03-30")));
    refused(
        post(
            "/conventions",
            with(aConvention(cluster, friend, third), "signings", signed("2016-01-01"))),
        "signings");
    String early =
        "/conventions/"
            + make(
                "/conventions", with(aConvention(friend, third), "signings", signed("2016-01-01")));
    refused(patch(early, Map.of("parties", List.of(friend, third, cluster))), "parties");
    refused(
        patch(
            early,
            Map.of("parties", List.of(friend, third, cluster), "signings", signed("2016-01-02"))),
        "signings");
    String agreed =
        "/conventions/"
            + make(
                "/conventions",
                with(aConvention(friend, third), "from", "2019-01-01", "signings", List.of()));
    refused(patch(agreed, Map.of("parties", List.of(friend, cluster))), "parties");
  }

  @Test
  void others_sign_again_where_two_of_them_are_there() {
    String both =
        "/conventions/"
            + make(
                "/conventions",
                with(aConvention(cluster, friend), "signings", signed("2014-01-01")));
    String three =
        "/conventions/"
            + make(
                "/conventions",
                with(aConvention(cluster, friend, third), "signings", signed("2014-01-01")));
    ended();
    refused(patch(both, Map.of("signings", signed("2014-01-01", "2016-01-01"))), "signings");
    patch(three, Map.of("signings", signed("2014-01-01", "2016-01-01"))).statusCode(200);
    patch(both, Map.of("remarks", "Over.")).statusCode(200);
  }

  @Test
  void nothing_is_shared_with_it() {
    make("/conventions", with(aConvention(cluster, friend, third), "from", "2010"));
    ended();
    String late = make("/events", with(anEvent(friend), "startsOn", "2015-04-01"));
    refused(post("/events/" + late + "/shares", Map.of("cluster", cluster)), "cluster");
    String early = make("/events", with(anEvent(friend), "startsOn", "2015-01-01"));
    post("/events/" + early + "/shares", Map.of("cluster", cluster)).statusCode(201);
    refused(patch("/events/" + early, Map.of("startsOn", "2015-05-01")), "startsOn");
  }

  @RepeatedTest(3)
  void of_an_end_and_a_convention_after_it_at_once_one_is_refused() {
    List<Callable<ValidatableResponse>> acts =
        List.of(
            () ->
                admin()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(Map.of("dissolvedOn", "2015-03"))
                    .patch(path())
                    .then(),
            () -> post("/conventions", and(aConvention(cluster, friend), "from", "2016")));
    List<Integer> statuses =
        Race.of(acts).stream().map(answer -> answer.extract().statusCode()).sorted().toList();
    assertTrue(
        List.of(List.of(200, 409), List.of(201, 409)).contains(statuses), statuses.toString());
  }

  @Test
  void the_database_itself_lets_it_change_and_sign_nothing() throws SQLException {
    ended();
    refuses(
        "update clusters set periods = '[{\"id\": 1}, {\"id\": 2, \"from\": \"2016\"}]' where id = ?",
        "changed after the life");
    refuses(
        """
        insert into conventions (id, title, parties, covers, "from")
        select gen_random_uuid(), 'T', array[id, id], '{EVENTS}', '2016' from clusters where id = ?""",
        "a party was no more");
  }

  private void refuses(String statement, String why) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(statement)) {
      write.setObject(1, UUID.fromString(cluster));
      SQLException refused = assertThrows(SQLException.class, write::executeUpdate, statement);
      assertEquals(true, refused.getMessage().contains(why), refused.getMessage());
    }
  }

  /** A copy of the body with more members. */
  private static Map<String, Object> and(Map<String, Object> body, Object... members) {
    return with(new LinkedHashMap<>(body), members);
  }
}
