package org.grappe.cluster;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.grappe.testing.Effort;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** A cluster of thousands of members ends, and goes on after all, in one request each. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class LargeDissolutionTest {
  private static final int MEMBERS = Integer.getInteger("members", Effort.of(8_000, 1_000));

  @Test
  void thousands_of_memberships_end_and_are_put_back() {
    String cluster = make("/clusters", aCluster());
    join(cluster);
    long begun = System.nanoTime();
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2017-01-01")).statusCode(200);
    long done = System.nanoTime();
    counted(cluster, 0);
    long back = System.nanoTime();
    post("/clusters/" + cluster + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(200);
    System.out.printf(
        "%d members: dissolution %d ms, reversal %d ms%n",
        MEMBERS, (done - begun) / 1_000_000, (System.nanoTime() - back) / 1_000_000);
    counted(cluster, MEMBERS);
  }

  private static void counted(String cluster, int memberships) {
    get("/memberships?limit=1&count=true&on=2018-01-01&cluster=" + cluster)
        .body("total", equalTo(memberships));
  }

  private static void join(String cluster) {
    StringBuilder file = new StringBuilder("name;from\n");
    for (int i = 0; i < MEMBERS; i++) {
      file.append('D').append(i).append(";2010-01-01\n");
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/memberships/csv?cluster=" + cluster)
        .then()
        .statusCode(200)
        .body("made", equalTo(MEMBERS));
  }
}
