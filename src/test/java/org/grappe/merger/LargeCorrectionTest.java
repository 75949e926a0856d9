package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;

/** A correction of many members takes about as long as the completion did. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class LargeCorrectionTest {
  private static final int MEMBERS = Integer.getInteger("members", 8_000);

  @Test
  @Thorough
  void a_correction_of_thousands_of_memberships_is_about_as_fast_as_the_completion() {
    String large = founded();
    String small = founded();
    StringBuilder file = new StringBuilder("name;from\n");
    for (int i = 0; i < MEMBERS; i++) {
      file.append('M').append(i).append(";2010-01-01\n");
    }
    admin()
        .contentType("text/csv")
        .body(file.toString())
        .post("/memberships/csv?cluster=" + large)
        .then()
        .statusCode(200)
        .body("made", equalTo(MEMBERS));
    String merger = make("/mergers", Map.of("parties", List.of(large, small), "result", small));
    Map<String, Object> first =
        Map.of("effectiveOn", "2015-02", "withoutBallots", true, "reason", "a test");
    long completion = milliseconds(merger, "completion", first);
    long correction = milliseconds(merger, "correction", Map.of("effectiveOn", "2015-02-09"));
    long again = milliseconds(merger, "correction", Map.of("effectiveOn", "2015-01-09"));
    get("/memberships?limit=1&count=true&on=2015-01-09&cluster=" + small)
        .body("total", equalTo(MEMBERS));
    long reversal = milliseconds(merger, "reversal", Map.of("reason", "a test"));
    String times =
        "completion %d ms, correction %d ms and %d ms, reversal %d ms"
            .formatted(completion, correction, again, reversal);
    System.out.println(MEMBERS + " memberships: " + times);
    assertTrue(Math.max(correction, again) < 2 * completion + 3_000, times);
    assertTrue(reversal < 3 * completion + 5_000, times);
  }

  private static long milliseconds(String merger, String act, Map<String, Object> body) {
    long begun = System.nanoTime();
    post("/mergers/" + merger + "/" + act, body).statusCode(200);
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
