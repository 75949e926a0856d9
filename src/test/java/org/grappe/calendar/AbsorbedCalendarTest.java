package org.grappe.calendar;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Who subscribed to the calendar of a cluster that was absorbed is told where it goes on. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AbsorbedCalendarTest {

  @Test
  void it_says_where_it_goes_on() {
    Map<String, Object> absorbing = aCluster();
    String heir = make("/clusters", absorbing);
    String party = make("/clusters", aCluster());
    String before = Instant.now().toString();
    String merger = make("/mergers", Map.of("parties", List.of(party, heir), "result", heir));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2018-01-01", "withoutBallots", true, "reason", "a test"))
        .statusCode(200);
    String next = "/api/v1/events.ics?cluster=" + absorbing.get("slug");
    calendar(party + "&on=2018-01-01")
        .header("Link", containsString("<" + next + ">; rel=\"successor-version\""))
        .body(containsString("X-WR-CALDESC:Goes on as " + absorbing.get("name")));
    calendar(party + "&on=2017-12-31").body(not(containsString("X-WR-CALDESC")));
    calendar(heir).body(not(containsString("X-WR-CALDESC")));
    admin()
        .get("/events.ics?cluster=" + party + "&on=2018-01-01&knownAt=" + before)
        .then()
        .statusCode(200)
        .body(not(containsString("X-WR-CALDESC")));
  }

  private static ValidatableResponse calendar(String cluster) {
    return anyone().get("/events.ics?cluster=" + cluster).then().statusCode(200);
  }
}
