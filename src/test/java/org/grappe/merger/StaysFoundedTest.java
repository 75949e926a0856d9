package org.grappe.merger;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What came of a merger or division says since when it is there. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StaysFoundedTest extends TwoClusters {
  private static ValidatableResponse unfounded(String cluster) {
    Map<String, Object> none = new HashMap<>();
    none.put("foundedOn", null);
    return patch("/clusters/" + cluster, none);
  }

  private static void staysFounded(String cluster, String act) {
    unfounded(cluster)
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("field", equalTo("foundedOn"))
        .body("bound", equalTo("2018-06-01"))
        .body("other.id", equalTo(act.substring(act.lastIndexOf('/') + 1)));
    post(act + "/reversal", Map.of("reason", "a test")).statusCode(200);
    unfounded(cluster).statusCode(200);
  }

  @Test
  void so_does_the_result_of_a_merger_and_who_takes_the_others_up() {
    String result = make("/clusters", aCluster());
    staysFounded(result, merger(result));
    staysFounded(two, merger(two));
  }

  @Test
  void so_does_what_a_split_or_a_spin_off_made() {
    for (String kind : List.of("SPLIT", "SPIN_OFF")) {
      String result = make("/clusters", aCluster());
      staysFounded(result, division(kind, result, Map.of("rest", true, "to", result)));
    }
  }

  @Test
  void the_end_of_a_cluster_before_a_member_came_is_told_from_when_that_is_one() {
    make("/memberships", with(aMembership(one, company), "from", "2020-06-01"));
    patch("/clusters/" + one, Map.of("dissolvedOn", "2020-05-31"))
        .statusCode(409)
        .body("field", equalTo("dissolvedOn"))
        .body("bound", equalTo("2020-06-01"));
  }
}
