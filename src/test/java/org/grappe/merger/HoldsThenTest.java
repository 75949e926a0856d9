package org.grappe.merger;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A membership that continues another is one, and holds when that passed to it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HoldsThenTest extends TwoClusters {
  private String here;
  private String there;

  @BeforeEach
  void a_member_of_both_of_which_one_takes_up_the_other() {
    here = make("/memberships", with(aMembership(one, company), "from", "2012-01-01"));
    there = make("/memberships", with(aMembership(two, company), "from", "2010-01-01"));
    merger(two);
  }

  private static ValidatableResponse isRefused(String record, Map<String, ?> patch, String other) {
    return patch("/memberships/" + record, patch)
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("other.id", equalTo(other));
  }

  private static Map<String, Object> applies() {
    Map<String, Object> application = new HashMap<>();
    application.put("from", null);
    application.put("appliedOn", "2010-01-01");
    return application;
  }

  @Test
  void none_of_a_chain_becomes_an_application() {
    isRefused(there, applies(), here).body("field", equalTo("from"));
    Map<String, Object> former = applies();
    former.put("until", null);
    former.put("endReason", null);
    isRefused(here, former, there).body("field", equalTo("from"));
    patch("/memberships/" + there, Map.of("continues", List.of())).statusCode(200);
    patch("/memberships/" + there, applies()).statusCode(200);
    patch("/memberships/" + there, Map.of("continues", List.of(here)))
        .statusCode(422)
        .body("errors.pointer", hasItem("/continues"));
  }

  @Test
  void what_continues_another_neither_ends_before_that_passed_to_it_nor_begins_later() {
    isRefused(there, Map.of("until", "2018-06-01"), here)
        .body("field", equalTo("until"))
        .body("bound", equalTo("2018-06-01"));
    isRefused(there, Map.of("from", "2018-06-02"), here)
        .body("field", equalTo("from"))
        .body("bound", equalTo("2018-06-01"));
    patch("/memberships/" + there, Map.of("from", "2018-06-01", "until", "2018-06-02"))
        .statusCode(200);
  }

  @Test
  void what_passed_did_not_do_so_before_the_other_began() {
    patch("/memberships/" + there, Map.of("from", "2018-01-01")).statusCode(200);
    isRefused(here, Map.of("until", "2017-06-01"), there).body("field", equalTo("until"));
    patch("/memberships/" + here, Map.of("until", "2018-02-01")).statusCode(200);
  }

  /** Each alone is right; whoever is second sees the first. */
  @RepeatedTest(8)
  void of_two_that_would_leave_a_gap_at_once_one_is_refused() {
    List<Integer> statuses =
        Race.of(
            List.of(
                () ->
                    patch("/memberships/" + there, Map.of("from", "2018-01-01"))
                        .extract()
                        .statusCode(),
                () ->
                    patch("/memberships/" + here, Map.of("until", "2017-06-01"))
                        .extract()
                        .statusCode()));
    assertTrue(statuses.contains(200) && statuses.contains(409), statuses + "");
  }
}
