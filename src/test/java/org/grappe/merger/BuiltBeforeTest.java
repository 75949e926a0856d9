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
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster has done or planned before a merger founds it, corrects it or is reversed. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class BuiltBeforeTest {
  private String one;
  private String two;
  private String announced;

  @BeforeEach
  void two_clusters_and_one_that_is_announced() {
    one = founded();
    two = founded();
    announced = make("/clusters", with(aCluster(), "announcedOn", "2010"));
  }

  private static ValidatableResponse correct(String path, String day) {
    return post(path + "/correction", Map.of("effectiveOn", day, "reason", "a test"));
  }

  private String merger(String result) {
    return "/mergers/" + make("/mergers", Map.of("parties", List.of(one, two), "result", result));
  }

  private static String spinOff(String source, Object... assigned) {
    String result = make("/clusters", with(aCluster(), "foundedOn", "2001"));
    List<Map<String, Object>> assignments =
        assigned.length == 0
            ? List.of()
            : List.of(Map.of((String) assigned[0], assigned[1], "to", result));
    return "/divisions/"
        + make(
            "/divisions",
            Map.of(
                "cluster",
                source,
                "kind",
                "SPIN_OFF",
                "results",
                List.of(result),
                "assignments",
                assignments));
  }

  private static String spinOffInto(String source, String result) {
    return "/divisions/"
        + make(
            "/divisions",
            Map.of("cluster", source, "kind", "SPIN_OFF", "results", List.of(result)));
  }

  private static void refused(ValidatableResponse answer, String division) {
    answer
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", hasItem(division.substring("/divisions/".length())))
        .body("obstacles.collection", hasItem("divisions"));
  }

  @Test
  void no_merger_founds_a_cluster_of_which_a_part_left_before() {
    String left = spinOff(announced);
    takeEffect(left, "2012").statusCode(200);
    String merger = merger(announced);
    admin()
        .get(merger + "/preview?effectiveOn=2015-01-01")
        .then()
        .body("obstacles.id", hasItem(left.substring("/divisions/".length())));
    refused(takeEffect(merger, "2015-01-01"), left);
    patch("/clusters/" + announced, Map.of("foundedOn", "2011")).statusCode(200);
    takeEffect(merger, "2015-01-01").statusCode(200);
    get("/clusters/" + announced).body("foundedOn", equalTo("2011"));
  }

  @Test
  void nor_does_a_division() {
    String left = spinOff(announced);
    takeEffect(left, "2012-01-01").statusCode(200);
    String split = spinOffInto(one, announced);
    refused(takeEffect(split, "2015-01-01"), left);
  }

  @Test
  void nor_does_a_correction_beyond_a_year_in_which_a_part_came() {
    String merger = merger(announced);
    takeEffect(merger, "2015-06-01").statusCode(200);
    String third = founded();
    String came = spinOffInto(third, announced);
    takeEffect(came, "2015").statusCode(200);
    refused(correct(merger, "2016-02-01"), came);
    correct(merger, "2015-12-01").statusCode(200);
  }

  @Test
  void an_announcement_alone_makes_no_cluster_one_that_others_did_not_become() {
    String plain = make("/clusters", aCluster());
    String merger = make("/mergers", Map.of("parties", List.of(one, two, plain), "result", plain));
    takeEffect("/mergers/" + merger, "2012-01-01").statusCode(200);
    patch("/clusters/" + plain, Map.of("announcedOn", "2009"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("field", equalTo("announcedOn"))
        .body("bound", equalTo("2012-01-01"))
        .body("other.id", equalTo(merger));
    patch("/clusters/" + plain, Map.of("announcedOn", "2009", "foundedOn", "2010")).statusCode(200);
  }

  @Test
  void what_a_correction_hands_back_is_assigned_by_others_no_more() {
    String event = make("/events", with(anEvent(two), "startsOn", "2018-06-01"));
    String merger = merger(one);
    takeEffect(merger, "2018-01-01").statusCode(200);
    String open = spinOff(one, "event", event);
    get(open).body("assignments", hasSize(1));
    correct(merger, "2019-01-01").statusCode(200);
    get("/events/" + event).body("host.cluster.id", equalTo(two));
    get(open).body("assignments", empty());
  }

  @Test
  void who_was_made_to_continue_what_it_opened_stands_against_its_reversal_by_name() {
    String company = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(two, company), "from", "2012-01-01"));
    String merger = merger(one);
    takeEffect(merger, "2018-01-01").statusCode(200);
    String opened =
        get("/memberships?cluster=" + one + "&organisation=" + company)
            .extract()
            .path("items[0].id");
    String other = founded();
    String member =
        make(
            "/memberships",
            with(aMembership(other, company), "from", "2019-01-01", "continues", List.of(opened)));
    post(merger + "/reversal", Map.of("reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/reversal-blocked"))
        .body("detail", containsString("continues"))
        .body("obstacles[0].id", equalTo(member));
    patch("/memberships/" + member, Map.of("continues", List.of())).statusCode(200);
    post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
  }

  @Test
  void a_college_that_begins_after_its_party_would_have_ended_is_named() {
    String later =
        make("/clusters/" + two + "/colleges", Map.of("name", "Studios", "from", "2019-01-01"));
    String merger = merger(one);
    takeEffect(merger, "2018-01-01").statusCode(409).body("obstacles.id", hasItem(later));
    takeEffect(merger, "2020-01-01").statusCode(200);
    correct(merger, "2018-01-01").statusCode(409).body("obstacles.id", hasItem(later));
    get("/clusters/" + two + "/colleges/" + later).body("until", equalTo("2020-01-01"));
  }

  @Test
  void an_office_that_is_to_open_later_opens_at_the_result() {
    make("/clusters/" + two + "/offices", Map.of("city", "Sète", "openedOn", "2019-01-01"));
    String merger = merger(one);
    takeEffect(merger, "2018-01-01").statusCode(200);
    get("/clusters/" + one + "/offices?status=all")
        .body("items.openedOn", equalTo(List.of("2019-01-01")));
    correct(merger, "2017-01-01").statusCode(200);
    post(merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    get("/clusters/" + two + "/offices?status=all").body("items.closedOn[0]", equalTo(null));
  }
}
