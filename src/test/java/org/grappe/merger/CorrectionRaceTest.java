package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.members;
import static org.grappe.merger.MergerScene.remark;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * A merger is corrected while editors are at work on its clusters, and others undo or correct it.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CorrectionRaceTest {
  private String one;
  private String two;
  private String merger;
  private List<String> members;

  @BeforeEach
  void a_merger_of_forty_members() {
    one = founded();
    two = founded();
    members = members(40, one, two);
    merger = make("/mergers", Map.of("parties", List.of(one, two), "result", one));
    takeEffect("/mergers/" + merger, "2018-01-01").statusCode(200);
  }

  private int act(String what, Map<String, Object> body) {
    return post("/mergers/" + merger + "/" + what, body).extract().statusCode();
  }

  private int correct(String day) {
    return act("correction", Map.of("effectiveOn", day));
  }

  @RepeatedTest(2)
  void it_waits_for_editors_and_they_for_it_and_nobody_is_left_behind() {
    List<Callable<Set<Integer>>> acts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int first = i;
      acts.add(() -> remark(members, first, members.size(), 2));
    }
    acts.add(() -> Set.of(correct("2018-02-01")));
    for (int i = 0; i < 4; i++) {
      acts.add(() -> Set.of(late()));
    }
    List<Set<Integer>> statuses = Race.of(acts);
    assertEquals(Set.of(200), statuses.get(6));
    statuses.forEach(
        seen -> assertTrue(Set.of(200, 201, 412).containsAll(seen), statuses.toString()));
    get("/memberships?cluster=" + two).body("items", hasSize(0));
    get("/memberships?limit=200&cluster=" + one).body("items", hasSize(44));
    get("/memberships?limit=200&status=ended&cluster=" + two)
        .body("items.until.unique()", org.hamcrest.Matchers.contains("2018-02-01"));
    get("/memberships?limit=200&cluster=" + one + "&on=2018-01-31").body("items", hasSize(20));
  }

  private int late() {
    return post(
            "/memberships",
            with(aMembership(two, make("/organisations", anOrganisation())), "from", "2012-01-01"))
        .extract()
        .statusCode();
  }

  @RepeatedTest(2)
  void of_a_correction_and_a_reversal_both_or_the_reversal_alone_are_done() {
    List<Integer> statuses =
        Race.of(
            List.of(
                () -> correct("2018-02-01"), () -> act("reversal", Map.of("reason", "a test"))));
    assertEquals(200, statuses.get(1));
    assertTrue(Set.of(200, 409).contains(statuses.get(0)), statuses.toString());
    get("/memberships?limit=200&cluster=" + two).body("items", hasSize(20));
    get("/memberships?limit=200&cluster=" + one).body("items", hasSize(20));
  }

  @RepeatedTest(2)
  void of_two_corrections_the_later_one_stands() {
    List<Integer> statuses =
        Race.of(List.of(() -> correct("2018-02-01"), () -> correct("2018-03-01")));
    assertEquals(List.of(200, 200), statuses);
    String day = get("/mergers/" + merger).extract().path("effectiveOn");
    get("/memberships?limit=200&status=ended&cluster=" + two)
        .body("items.until.unique()", org.hamcrest.Matchers.contains(day));
    get("/clusters/" + two).body("followedOn", org.hamcrest.Matchers.equalTo(day));
  }
}
