package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is entered after a spin-off went where it assigned the members. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LateInSpinOffTest {
  private String one;
  private String two;
  private String company;

  @BeforeEach
  void a_source_and_what_leaves_it() {
    one = founded();
    two = make("/clusters", aCluster());
    company = make("/organisations", anOrganisation());
  }

  private String spinOff(Map<String, ?> assignment) {
    Map<String, Object> body = with(new HashMap<>(), "cluster", one, "kind", "SPIN_OFF");
    String division =
        "/divisions/"
            + make(
                "/divisions",
                with(body, "results", List.of(two), "assignments", List.of(assignment)));
    takeEffect(division, "2018-06-01").statusCode(200);
    return division;
  }

  private ValidatableResponse member(String cluster, String status) {
    return admin()
        .get("/memberships?organisation={o}&cluster={c}&status={s}", company, cluster, status)
        .then()
        .body("items", hasSize(1));
  }

  private void passed(String day) {
    member(one, "ended")
        .body("items[0].until", equalTo(day))
        .body("items[0].endReason", equalTo("DIVIDED"));
    member(two, "active")
        .body("items[0].from", equalTo(day))
        .body("items[0].memberSince", equalTo("2013-01-01"));
  }

  private Map<String, Object> late() {
    return with(aMembership(one, company), "from", "2013-01-01");
  }

  @Test
  void where_the_rest_went_it_goes_on_and_is_back_when_that_is_reversed() {
    String division = spinOff(Map.of("rest", true, "to", two));
    make("/memberships", late());
    passed("2018-06-01");
    post(division + "/correction", Map.of("effectiveOn", "2019-01-01")).statusCode(200);
    passed("2019-01-01");
    post(division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    member(one, "active").body("items[0].until", nullValue());
    get("/memberships?organisation=" + company).body("items", hasSize(1));
  }

  @Test
  void a_member_of_a_college_that_went_goes_with_it_and_no_other_does() {
    String college = make("/clusters/" + one + "/colleges", Map.of("name", "Studios"));
    spinOff(Map.of("college", college, "to", two));
    String stays = make("/memberships", late());
    member(one, "active").body("items[0].id", equalTo(stays));
    patch("/memberships/" + stays, Map.of("college", college)).statusCode(200);
    member(one, "active").body("items[0].id", equalTo(stays));
    company = make("/organisations", anOrganisation());
    make("/memberships", with(late(), "college", college));
    passed("2018-06-01");
  }

  @Test
  void one_that_is_said_to_have_ended_so_goes_on_and_one_from_later_stays() {
    spinOff(Map.of("rest", true, "to", two));
    make("/memberships", with(late(), "until", "2018-06-01", "endReason", "DIVIDED"));
    passed("2018-06-01");
    company = make("/organisations", anOrganisation());
    String later = make("/memberships", with(late(), "from", "2020-01-01"));
    member(one, "active").body("items[0].id", equalTo(later));
    patch("/memberships/" + later, Map.of("from", "2013-01-01")).statusCode(200);
    passed("2018-06-01");
  }

  @Test
  void one_that_was_not_open_then_goes_on_once_it_is_open_again() {
    String member =
        make("/memberships", with(late(), "until", "2016-01-01", "endReason", "RESIGNED"));
    spinOff(Map.of("rest", true, "to", two));
    Map<String, Object> open = new HashMap<>();
    open.put("until", null);
    open.put("endReason", null);
    patch("/memberships/" + member, open).statusCode(200);
    passed("2018-06-01");
  }

  private void resigned(String until) {
    member(one, "ended")
        .body("items[0].until", equalTo("2018-06-01"))
        .body("items[0].endReason", equalTo("DIVIDED"));
    member(two, "ended")
        .body("items[0].from", equalTo("2018-06-01"))
        .body("items[0].until", equalTo(until))
        .body("items[0].endReason", equalTo("RESIGNED"));
  }

  @Test
  void one_that_ended_after_it_ends_where_it_goes_on_and_has_its_end_back_when_that_is_reversed() {
    String division = spinOff(Map.of("rest", true, "to", two));
    Map<String, Object> ends = with(late(), "until", "2019-06-01", "endReason", "RESIGNED");
    post("/memberships", ends).statusCode(201).body("until", equalTo("2018-06-01"));
    resigned("2019-06-01");
    post(division + "/reversal", Map.of("reason", "a test")).statusCode(200);
    member(one, "ended").body("items[0].until", equalTo("2019-06-01"));
    get("/memberships?status=all&organisation=" + company).body("items", hasSize(1));
  }

  @Test
  void so_does_a_line_of_a_file_and_one_of_a_college_and_the_same_file_is_known() {
    String college = make("/clusters/" + one + "/colleges", Map.of("name", "Studios"));
    spinOff(Map.of("college", college, "to", two));
    for (String state : List.of("made", "unchanged")) {
      admin()
          .contentType("text/csv")
          .body(
              "organisation,from,until,endReason,college\n"
                  + company
                  + ",2013-01-01,2019-06-01,RESIGNED,Studios\n")
          .post("/memberships/csv?cluster=" + one)
          .then()
          .statusCode(200)
          .body(state, equalTo(1));
      resigned("2019-06-01");
    }
  }

  @Test
  void who_came_to_the_result_later_is_told_of_that() {
    spinOff(Map.of("rest", true, "to", two));
    String there = make("/memberships", with(aMembership(two, company), "from", "2020-01-01"));
    post("/memberships", late())
        .statusCode(409)
        .body("field", equalTo("continued"))
        .body("other.id", equalTo(there));
    post("/memberships", with(late(), "continued", false)).statusCode(201);
    member(one, "ended").body("items[0].endReason", equalTo("DIVIDED"));
  }

  @Test
  void it_goes_through_a_merger_into_the_source_and_a_file_says_it_as_well() {
    String former = founded();
    String merger = make("/mergers", Map.of("parties", List.of(former, one), "result", one));
    takeEffect("/mergers/" + merger, "2015-01-01").statusCode(200);
    spinOff(Map.of("rest", true, "to", two));
    make("/memberships", with(late(), "cluster", former));
    passed("2018-06-01");
    company = make("/organisations", anOrganisation());
    admin()
        .contentType("text/csv")
        .body("organisation,from\n" + company + ",2013-01-01\n")
        .post("/memberships/csv?cluster=" + one)
        .then()
        .statusCode(200);
    passed("2018-06-01");
  }
}
