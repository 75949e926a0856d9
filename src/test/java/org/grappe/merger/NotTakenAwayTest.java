package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What became another's since, or was decided of it, is not taken away with what was made. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class NotTakenAwayTest extends TwoClusters {
  private void blocks(String act, String record) {
    post(act + "/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("obstacles.id", hasItem(record));
    admin().get("/memberships/" + record).then().statusCode(200);
  }

  private String only(String cluster, String status) {
    return admin()
        .get("/memberships?organisation={o}&cluster={c}&status={s}", company, cluster, status)
        .then()
        .body("items", hasSize(1))
        .extract()
        .path("items[0].id");
  }

  private void isAnothers(String record) {
    patch(
            "/memberships/" + record,
            Map.of(
                "continues", List.of(), "organisation", make("/organisations", anOrganisation())))
        .statusCode(200);
  }

  @Test
  void a_membership_that_is_anothers_now_stands_against_a_reversal() {
    make("/memberships", with(aMembership(one, company), "from", "2012-01-01"));
    String result = make("/clusters", aCluster());
    String merger = merger(result);
    String record = only(result, "active");
    isAnothers(record);
    blocks(merger, record);
  }

  @Test
  void so_does_an_application_that_is_anothers() {
    make("/memberships", with(aMembership(one, company), "appliedOn", "2018-01-01"));
    String result = make("/clusters", aCluster());
    String split = division("SPLIT", result, Map.of("rest", true, "to", result));
    String record = only(result, "applied");
    isAnothers(record);
    blocks(split, record);
  }

  @Test
  void so_does_a_refusal_whether_the_application_was_opened_anew_or_moved() {
    for (String day : List.of("2018-01-01", "2018-08-01")) {
      make("/memberships", with(aMembership(one, company), "appliedOn", day));
      String merger = merger(two);
      String record = only(two, "applied");
      patch("/memberships/" + record, Map.of("refusedOn", "2019-01-01")).statusCode(200);
      blocks(merger, record);
      Map<String, Object> none = new HashMap<>();
      none.put("refusedOn", null);
      patch("/memberships/" + record, none).statusCode(200);
      post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
      company = make("/organisations", anOrganisation());
    }
  }
}
