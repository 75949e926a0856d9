package org.grappe.cluster;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aConvention;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
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

/** What begins in a cluster only after a day stands against its end on that day. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class BeginsInTimeTest {
  private static final String DAY = "2021-03-01";

  private static final Map<String, Map<String, Object>> LATER =
      Map.of(
          "mandates", Map.of("role", "PRESIDENT", "from", DAY),
          "colleges", Map.of("name", "Studios", "from", DAY),
          "offices", Map.of("city", "Sète", "openedOn", DAY));

  @Inject DataSource database;
  private String cluster;

  @BeforeEach
  void a_cluster() {
    cluster = "/clusters/" + make("/clusters", with(aCluster(), "foundedOn", "2000"));
  }

  private ValidatableResponse dissolve(String day) {
    return post(cluster + "/dissolution", Map.of("on", day));
  }

  private static void refused(ValidatableResponse answer, String field, String other) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo(field))
        .body("bound", equalTo(DAY))
        .body("other.id", equalTo(other));
  }

  @Test
  void it_is_named_and_nothing_ends_before_it_begins() {
    LATER.forEach(
        (kind, body) -> {
          String path = cluster + "/" + kind;
          String later = make(path, body);
          refused(dissolve("2020-12-31"), "on", later);
          refused(dissolve(DAY), "on", later);
          refused(patch(cluster, Map.of("dissolvedOn", "2020")), "dissolvedOn", later);
          get(path + "/" + later).body("until", nullValue()).body("closedOn", nullValue());
          get(cluster).body("dissolvedOn", nullValue());
          delete(path + "/" + later).statusCode(204);
        });
    String running = make(cluster + "/mandates", Map.of("role", "PRESIDENT", "from", DAY));
    dissolve("2021-03").statusCode(200);
    get(cluster + "/mandates/" + running).body("until", equalTo("2021-03"));
  }

  @Test
  void a_convention_that_would_be_left_with_one_party_is_named_too() {
    String friend = make("/clusters", aCluster());
    String id = cluster.substring("/clusters/".length());
    String both = make("/conventions", with(aConvention(id, friend), "from", DAY));
    refused(dissolve("2020-12-31"), "on", both);
    get("/conventions/" + both).body("until", nullValue());
    delete("/conventions/" + both).statusCode(204);
    String three =
        make(
            "/conventions",
            with(aConvention(id, friend, make("/clusters", aCluster())), "from", DAY));
    dissolve("2020-12-31").statusCode(200);
    get("/conventions/" + three).body("until", nullValue());
  }

  @RepeatedTest(3)
  void of_an_end_and_a_beginning_after_it_at_once_one_is_refused() {
    List<Callable<ValidatableResponse>> acts = new ArrayList<>();
    acts.add(
        () ->
            admin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("dissolvedOn", "2020-01-01"))
                .patch(cluster)
                .then());
    LATER.forEach((kind, body) -> acts.add(() -> post(cluster + "/" + kind, body)));
    List<Integer> statuses =
        Race.of(acts).stream().map(answer -> answer.extract().statusCode()).toList();
    boolean hasEnded = statuses.get(0) == 200;
    assertTrue(hasEnded || statuses.get(0) == 409, statuses.toString());
    List<Integer> others = statuses.subList(1, statuses.size());
    assertEquals(!hasEnded, others.contains(201), statuses.toString());
    assertTrue(List.of(201, 409).containsAll(others), statuses.toString());
  }

  @Test
  void the_database_itself_lets_nothing_begin_in_a_cluster_that_is_no_more() throws SQLException {
    String later = make(cluster + "/offices", LATER.get("offices"));
    refuses("update clusters set dissolved_on = '2020' where id = ?");
    delete(cluster + "/offices/" + later).statusCode(204);
    dissolve("2020-01-01").statusCode(200);
    refuses(
        "insert into mandates (id, cluster, role, \"from\") values (gen_random_uuid(), ?, 'OTHER', '2020')");
    refuses(
        "insert into colleges (id, cluster, name, \"from\") values (gen_random_uuid(), ?, 'K', '2020')");
    refuses(
        "insert into offices (id, cluster, city, opened_on) values (gen_random_uuid(), ?, 'C', '2020')");
  }

  private void refuses(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(statement)) {
      write.setObject(1, UUID.fromString(cluster.substring("/clusters/".length())));
      SQLException refused = assertThrows(SQLException.class, write::executeUpdate, statement);
      assertTrue(refused.getMessage().contains("begun after the life"), refused.getMessage());
    }
  }
}
