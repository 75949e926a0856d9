package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Thousands of members go apart, many of them by name, in one request. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class LargeDivisionTest {
  private static final int MEMBERS = Integer.getInteger("members", Effort.of(5_000, 2_000));
  private static final int NAMED = 400;

  @Test
  void thousands_of_members_go_apart_and_come_back() {
    String large = founded();
    String one = make("/clusters", with(aCluster(), "announcedOn", "2014"));
    String other = make("/clusters", with(aCluster(), "announcedOn", "2014"));
    StringBuilder file = new StringBuilder("name;from\n");
    for (int i = 0; i < MEMBERS; i++) {
      file.append('S').append(i).append(";2010-01-01\n");
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/memberships/csv?cluster=" + large)
        .then()
        .statusCode(200)
        .body("made", equalTo(MEMBERS));
    List<Map<String, Object>> assignments = new ArrayList<>();
    assignments.add(Map.of("rest", true, "to", other));
    String next = "/memberships?limit=200&cluster=" + large;
    for (int i = 0; i < NAMED / 200; i++) {
      var page = get(next).extract();
      List<String> ids = page.path("items.id");
      ids.forEach(id -> assignments.add(Map.of("membership", id, "to", one)));
      next = ((String) page.path("next")).replaceFirst("^/api/v1", "");
    }
    Map<String, Object> body = new HashMap<>();
    with(body, "cluster", large, "kind", "SPLIT", "results", List.of(one, other));
    String division = make("/divisions", with(body, "assignments", assignments));
    takeEffect("/divisions/" + division, "2015-02")
        .statusCode(200)
        .body("memberships.count", equalTo(MEMBERS));
    post("/divisions/" + division + "/correction", Map.of("effectiveOn", "2015-02-09"))
        .statusCode(200);
    counted(one, "2015-02-09", NAMED);
    counted(other, "2015-02-09", MEMBERS - NAMED);
    counted(other, "2015-02-08", MEMBERS);
    post("/divisions/" + division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    counted(one, "2015-02-09", 0);
    counted(large, "2015-02-09", MEMBERS);
  }

  private static void counted(String cluster, String day, int members) {
    get("/memberships?includePredecessors=true&limit=1&count=true&on="
            + day
            + "&cluster="
            + cluster)
        .body("total", equalTo(members));
  }
}
