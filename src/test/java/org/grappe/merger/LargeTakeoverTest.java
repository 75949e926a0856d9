package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Thousands of members are carried, moved to another day and put back in one request each. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class LargeTakeoverTest {
  private static final int MEMBERS = Integer.getInteger("members", Effort.of(5_000, 2_000));

  @Test
  void thousands_of_members_are_carried_corrected_and_put_back() {
    String wound = founded();
    String taker = founded();
    StringBuilder file = new StringBuilder("name;from\n");
    for (int i = 0; i < MEMBERS; i++) {
      file.append('T').append(i).append(";2010-01-01\n");
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/memberships/csv?cluster=" + wound)
        .then()
        .statusCode(200)
        .body("made", equalTo(MEMBERS));
    post("/clusters/" + wound + "/dissolution", Map.of("on", "2014-01-01")).statusCode(200);
    String takeover =
        make(
            "/mergers",
            Map.of(
                "kind", "TAKEOVER", "parties", java.util.List.of(wound, taker), "result", taker));
    post(
            "/mergers/" + takeover + "/completion",
            Map.of(
                "effectiveOn",
                "2015-02",
                "carried",
                "ALL",
                "withoutBallots",
                true,
                "reason",
                "a test"))
        .statusCode(200)
        .body("memberships.count", equalTo(MEMBERS));
    post("/mergers/" + takeover + "/correction", Map.of("effectiveOn", "2015-02-09"))
        .statusCode(200);
    counted(taker, "2015-02-08", 0);
    counted(taker, "2015-02-09", MEMBERS);
    counted(taker, "2013-12-31", MEMBERS);
    post("/mergers/" + takeover + "/reversal", Map.of("reason", "a test")).statusCode(200);
    counted(taker, "2015-02-09", 0);
  }

  private static void counted(String cluster, String day, int members) {
    get("/memberships?includePredecessors=true&limit=1&count=true&on="
            + day
            + "&cluster="
            + cluster)
        .body("total", equalTo(members));
  }
}
