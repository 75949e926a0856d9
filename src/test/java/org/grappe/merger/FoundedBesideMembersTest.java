package org.grappe.merger;

import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Overlap;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Since when a result is there and who came to it before, or what took a member and who is entered
 * as one: whichever is said first, while it is written.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FoundedBesideMembersTest extends TwoClusters {
  @Inject DataSource database;

  private int member(String cluster) {
    return post("/memberships", with(aMembership(cluster, company), "from", "2010-01-01"))
        .extract()
        .statusCode();
  }

  private static int founded(String cluster) {
    return admin()
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("foundedOn", "2018-06-01"))
        .patch("/clusters/" + cluster)
        .statusCode();
  }

  private static int complete(String act) {
    return takeEffect(act, "2018-06-01").extract().statusCode();
  }

  @Test
  void who_came_before_a_party_that_takes_the_other_up_was_founded_is_told_if_he_is_first()
      throws Exception {
    merger(one);
    assertEquals(
        List.of(201, 409), Overlap.of(database, "history", () -> member(one), () -> founded(one)));
    get("/clusters/" + one).body("foundedOn", equalTo("2000"));
  }

  @Test
  void and_is_no_member_if_that_is_first() throws Exception {
    merger(one);
    assertEquals(
        List.of(200, 409), Overlap.of(database, "history", () -> founded(one), () -> member(one)));
    get("/memberships?status=all&cluster=" + one).body("items", hasSize(0));
  }

  @Test
  void a_merger_founds_no_result_that_has_a_member_by_then() throws Exception {
    String result = make("/clusters", aCluster());
    String merger = merging(result);
    assertEquals(
        List.of(201, 200),
        Overlap.of(database, "history", () -> member(result), () -> complete(merger)));
    get("/clusters/" + result).body("foundedOn", nullValue());
  }

  @Test
  void one_that_it_founds_has_none_from_before() throws Exception {
    String result = make("/clusters", aCluster());
    String merger = merging(result);
    assertEquals(
        List.of(200, 409),
        Overlap.of(database, "history", () -> complete(merger), () -> member(result)));
    get("/clusters/" + result).body("foundedOn", equalTo("2018-06-01"));
  }

  private String merging(String result) {
    return "/mergers/" + make("/mergers", Map.of("parties", List.of(one, two), "result", result));
  }

  private String spinningOff() {
    return "/divisions/"
        + make(
            "/divisions",
            Map.of(
                "cluster",
                one,
                "kind",
                "SPIN_OFF",
                "results",
                List.of(two),
                "assignments",
                List.of(Map.of("rest", true, "to", two))));
  }

  private int leaves() {
    return post(
            "/memberships",
            with(
                aMembership(one, company),
                "from",
                "2010-01-01",
                "until",
                "2020-01-01",
                "endReason",
                "RESIGNED"))
        .extract()
        .statusCode();
  }

  private void hasPassed() {
    get("/memberships?status=ended&cluster=" + one)
        .body("items", hasSize(1))
        .body("items[0].until", equalTo("2018-06-01"));
    get("/memberships?status=ended&cluster=" + two)
        .body("items", hasSize(1))
        .body("items[0].from", equalTo("2018-06-01"))
        .body("items[0].until", equalTo("2020-01-01"));
  }

  @Test
  void a_spin_off_takes_a_member_who_is_entered_before_it() throws Exception {
    String spinOff = spinningOff();
    assertEquals(
        List.of(201, 200), Overlap.of(database, "history", this::leaves, () -> complete(spinOff)));
    hasPassed();
  }

  @Test
  void and_one_who_is_entered_after_it() throws Exception {
    String spinOff = spinningOff();
    assertEquals(
        List.of(200, 201), Overlap.of(database, "history", () -> complete(spinOff), this::leaves));
    hasPassed();
  }
}
