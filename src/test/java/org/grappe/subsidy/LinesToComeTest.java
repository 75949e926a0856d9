package org.grappe.subsidy;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What is in a sum at all, and what may be in it twice. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LinesToComeTest {

  private static void line(Map<String, ?> beneficiary, Map<String, ?> step, String strategy) {
    make(
        "/subsidy-lines",
        Map.of(
            "beneficiary",
            beneficiary,
            "purpose",
            "a purpose",
            "strategy",
            strategy,
            "fundings",
            List.of(),
            "steps",
            List.of(step)));
  }

  @Test
  void before_its_first_step_a_line_is_listed_and_in_no_sum() {
    String cluster = make("/clusters", aCluster());
    line(Map.of("cluster", cluster), Map.of("status", "VOTED", "on", "2020-05-01"), "S");
    get("/subsidy-lines?on=2019-01-01&cluster=" + cluster).body("items", hasSize(1));
    get("/subsidy-lines/summary?on=2019-01-01&cluster=" + cluster).body("items", hasSize(0));
    get("/subsidy-lines/summary?on=2020-05-01&cluster=" + cluster)
        .body("items.lines", contains(1))
        .body("items.linesWithoutAmount", contains(1));
  }

  @Test
  void a_sectors_money_and_a_clusters_of_its_region_may_overlap() {
    String strategy = org.grappe.testing.Api.unique("strategy");
    String cluster = make("/clusters", with(aCluster(), "region", "91"));
    Map<String, Object> step =
        Map.of("status", "VOTED", "on", "2020-05-01", "amount", Map.of("amount", 10));
    line(Map.of("cluster", cluster), step, strategy);
    String sum = "/subsidy-lines/summary?strategy=" + strategy;
    get(sum).body("items[0].mayOverlap", nullValue());
    line(Map.of("sector", Map.of("region", "76", "name", "digital")), step, strategy);
    get(sum).body("items.mayOverlap", contains(true));
    get(sum + "&by=beneficiary").body("items.mayOverlap", contains(nullValue(), nullValue()));
    get(sum + "&per=member").body("items.mayOverlap", contains(true));
  }
}
