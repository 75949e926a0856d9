package org.grappe.merger;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.grappe.testing.DemoProfile;
import org.junit.jupiter.api.Test;

/** The articles tell the month of the first merger, the statutes its day. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoCorrectionTest {
  @Test
  void the_merger_of_february_2015_can_be_told_to_the_day() {
    List<Map<String, Object>> mergers = get("/mergers?status=effective").extract().path("items");
    Map<String, Object> merger =
        mergers.stream().filter(one -> "2015-02".equals(one.get("effectiveOn"))).findFirst().get();
    String result = (String) ((Map<?, ?>) merger.get("result")).get("id");
    String members = "/memberships?count=true&limit=1&cluster=" + result;
    Object before = get(members).extract().path("total");
    for (String day : List.of("2015-02-09", "2015-02")) {
      post(
              "/mergers/" + merger.get("id") + "/correction",
              Map.of("effectiveOn", day, "reason", "The statutes tell the day."))
          .body("obstacles", org.hamcrest.Matchers.nullValue())
          .statusCode(200)
          .body("effectiveOn", equalTo(day));
      get("/clusters/" + result).body("foundedOn", equalTo(day));
      assertEquals(before, get(members).extract().path("total"));
    }
  }
}
