package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What was said since to have ended otherwise stays so when what ended it is taken back. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PutBackTest extends TwoClusters {
  private String member() {
    return make("/memberships", with(aMembership(one, company), "from", "2012-01-01"));
  }

  private void itResigned(String member, String reversed) {
    itResigned(member, company, reversed);
  }

  /** Whoever goes on as that organisation did not. */
  private static void itResigned(String member, String organisation, String reversed) {
    List<String> all =
        admin()
            .get("/memberships?status=active,ended&organisation=" + organisation)
            .then()
            .extract()
            .path("items.id");
    all.stream()
        .filter(id -> !id.equals(member))
        .forEach(next -> delete("/memberships/" + next).statusCode(204));
    patch("/memberships/" + member, Map.of("endReason", "RESIGNED")).statusCode(200);
    post(reversed + "/reversal", Map.of("reason", "a test")).statusCode(200);
    admin()
        .get("/memberships/" + member)
        .then()
        .body("until", equalTo("2018-06-01"))
        .body("endReason", equalTo("RESIGNED"))
        .body("status", equalTo("ENDED"));
    patch("/memberships/" + member, Map.of("remarks", "Left.")).statusCode(200);
  }

  @Test
  void who_resigned_as_its_cluster_was_dissolved_has_done_so_once_that_is_taken_back() {
    String member = member();
    post("/clusters/" + one + "/dissolution", Map.of("on", "2018-06-01")).statusCode(200);
    itResigned(member, "/clusters/" + one + "/dissolution");
  }

  @Test
  void so_has_who_did_not_go_on_in_a_merger_or_what_took_it_up() {
    String member = member();
    itResigned(member, merger(make("/clusters", aCluster())));
    company = make("/organisations", anOrganisation());
    member = member();
    itResigned(member, merger(two));
  }

  @Test
  void so_has_who_went_nowhere_when_its_cluster_came_apart() {
    for (String kind : List.of("SPLIT", "SPIN_OFF")) {
      String member = member();
      String result = make("/clusters", aCluster());
      itResigned(member, division(kind, result, Map.of("membership", member, "to", result)));
      company = make("/organisations", anOrganisation());
    }
  }

  @Test
  void so_has_who_became_another_and_left() {
    String member = member();
    String successor = make("/organisations", anOrganisation());
    String path = "/organisations/" + company + "/succession";
    post(path, Map.of("successor", successor, "on", "2018-06-01", "kind", "ABSORBED"))
        .statusCode(200);
    itResigned(member, successor, path);
  }

  @Test
  void who_is_entered_late_as_ended_by_a_dissolution_goes_on_when_that_is_taken_back() {
    String path = "/clusters/" + one;
    patch(path, Map.of("dissolvedOn", "2018-06-01")).statusCode(200);
    Map<String, Object> late =
        with(aMembership(one, company), "from", "2012-01-01", "until", "2018-06-01");
    String member = make("/memberships", with(late, "endReason", "DISSOLVED"));
    Map<String, Object> none = new HashMap<>();
    none.put("dissolvedOn", null);
    patch(path, none).statusCode(422);
    post(path + "/dissolution/reversal", Map.of()).statusCode(200);
    admin()
        .get("/memberships/" + member)
        .then()
        .body("until", nullValue())
        .body("endReason", nullValue())
        .body("status", equalTo("ACTIVE"));
  }
}
