package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.members;
import static org.grappe.merger.MergerScene.remark;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.RepeatedTest;

/** A merger takes effect while editors are at work on the memberships of its parties. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MergerBesideEditorsTest {
  private static final int EDITORS = 8;

  @RepeatedTest(3)
  void it_waits_for_them_and_they_for_it_and_nobody_fails() {
    String one = founded();
    String two = founded();
    List<String> members = members(40, one, two);
    String merger = make("/mergers", Map.of("parties", List.of(one, two), "result", one));
    List<Set<Integer>> statuses =
        Race.of(
            EDITORS + 1,
            i ->
                i == EDITORS
                    ? Set.of(complete(merger))
                    : remark(members, i, i + members.size(), 1));
    assertEquals(Set.of(200), statuses.get(EDITORS));
    statuses.forEach(seen -> assertTrue(Set.of(200, 412).containsAll(seen), statuses.toString()));
    get("/memberships?cluster=" + two).body("items", hasSize(0));
    get("/memberships?limit=200&cluster=" + one).body("items", hasSize(40));
  }

  private static int complete(String merger) {
    return takeEffect("/mergers/" + merger, "2020-01-01").extract().statusCode();
  }
}
