package org.grappe.merger;

import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.grappe.testing.Api;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.RepeatedTest;

/** A merger takes effect while editors are at work on the memberships of its parties. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MergerBesideEditorsTest {
  private static final int EDITORS = 8;

  @RepeatedTest(3)
  void it_waits_for_them_and_they_for_it_and_nobody_fails() {
    String one = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String two = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    List<String> members =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    make(
                        "/memberships",
                        with(
                            aMembership(
                                i % 2 == 0 ? one : two, make("/organisations", anOrganisation())),
                            "from",
                            "2010-01-01")))
            .toList();
    String merger = make("/mergers", Map.of("parties", List.of(one, two), "result", one));
    List<Set<Integer>> statuses =
        Race.of(
            EDITORS + 1,
            i -> i == EDITORS ? Set.of(complete(merger)) : edit(members, i, i + members.size()));
    assertEquals(Set.of(200), statuses.get(EDITORS));
    statuses.forEach(seen -> assertTrue(Set.of(200, 412).containsAll(seen), statuses.toString()));
    get("/memberships?cluster=" + two).body("items", hasSize(0));
    get("/memberships?limit=200&cluster=" + one).body("items", hasSize(40));
  }

  private static int complete(String merger) {
    return Api.post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2020-01-01", "withoutBallots", true, "reason", "a test"))
        .extract()
        .statusCode();
  }

  private static Set<Integer> edit(List<String> members, int from, int to) {
    Set<Integer> seen = new TreeSet<>();
    for (int i = from; i < to; i++) {
      seen.add(
          Wire.call(
                  "PATCH",
                  "/api/v1/memberships/" + members.get(i % members.size()),
                  "application/merge-patch+json",
                  Map.of("remarks", unique("remark")))
              .header("If-Match", "*")
              .bearer(Api.ADMIN_KEY)
              .status());
    }
    return seen;
  }
}
