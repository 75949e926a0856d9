package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members who are entered, or put right, after the merger of their cluster. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EnteredLateTest {
  private String one;
  private String two;
  private String result;
  private String heir;
  private String software;
  private String smart;
  private String first;
  private String second;
  private String company;

  @BeforeEach
  void a_cluster_that_merged_twice() {
    company = make("/organisations", anOrganisation());
    one = founded();
    two = founded();
    result = make("/clusters", with(aCluster(), "announcedOn", "2014"));
    heir = make("/clusters", with(aCluster(), "foundedOn", "2001"));
    software = make("/clusters/" + one + "/colleges", Map.of("name", "Software"));
    smart = make("/clusters/" + result + "/colleges", Map.of("name", "Smart software"));
    first =
        make(
            "/mergers",
            Map.of(
                "parties",
                List.of(one, two),
                "result",
                result,
                "collegeMapping",
                List.of(Map.of("from", software, "to", smart))));
    complete(first, "2015-02");
    second = make("/mergers", Map.of("parties", List.of(result, heir), "result", heir));
    complete(second, "2017-03-31");
  }

  private static void complete(String merger, String day) {
    takeEffect("/mergers/" + merger, day).statusCode(200);
  }

  private ValidatableResponse enter(Object... more) {
    return post("/memberships", with(with(aMembership(one, company), "from", "2010-05-01"), more));
  }

  @Test
  void who_joined_a_party_when_its_members_may_have_passed_already_is_told_so() {
    enter("from", "2015-02-10")
        .statusCode(409)
        .body("type", equalTo("/problems/outside-cluster-life"))
        .body("field", equalTo("from"))
        .body("bound", equalTo("2015-02-01"))
        .body("detail", org.hamcrest.Matchers.containsString("passed"));
    enter("from", "2015-02-10", "until", "2015-02-20").statusCode(201);
  }

  private ValidatableResponse story() {
    return admin().get("/organisations/" + company + "/memberships").then();
  }

  private void isContinuedThroughBoth() {
    story()
        .body("items.cluster.id", contains(one, result, heir))
        .body("items.from", contains("2010-05-01", "2015-02-01", "2017-03-31"))
        .body("items.until", contains("2015-02-01", "2017-03-31", null))
        .body("items.endReason", contains("MERGED", "MERGED", null))
        .body("items.memberSince", contains("2010-05-01", "2010-05-01", "2010-05-01"));
  }

  @Test
  void one_without_an_end_is_ended_by_the_merger_and_continued_through_every_later_one() {
    enter("college", software)
        .statusCode(201)
        .body("until", equalTo("2015-02-01"))
        .body("endReason", equalTo("MERGED"))
        .body("unmappedColleges.name", contains("Smart software"));
    isContinuedThroughBoth();
    story()
        .body("items.college.id", contains(software, smart))
        .body("items[2].college", nullValue());
  }

  @Test
  void one_whose_college_leads_to_one_that_had_ended_goes_on_without_and_is_told_so() {
    patch("/clusters/" + result + "/colleges/" + smart, Map.of("until", "2015-01")).statusCode(200);
    enter("college", software).statusCode(201).body("unmappedColleges.id", contains(software));
    isContinuedThroughBoth();
    story().body("items[1].college", nullValue());
  }

  @Test
  void the_merger_says_when_one_ended_that_says_why_alone() {
    enter("endReason", "MERGED").statusCode(201).body("until", equalTo("2015-02-01"));
    isContinuedThroughBoth();
    post(
            "/memberships",
            with(aMembership(heir, company), "from", "2010-05-01", "endReason", "MERGED"))
        .statusCode(422)
        .body("errors.pointer", contains("/endReason"));
  }

  @Test
  void a_later_membership_in_what_followed_is_named() {
    String later = make("/memberships", with(aMembership(heir, company), "from", "2018-01-01"));
    enter("until", "2015-02-01", "endReason", "MERGED")
        .statusCode(409)
        .body("type", equalTo("/problems/membership-overlap"))
        .body("field", equalTo("continued"))
        .body("bound", equalTo("2018-01-01"))
        .body("other.id", equalTo(later));
    String siren = org.grappe.testing.Records.aSiren();
    String numbered = make("/organisations", with(anOrganisation(), "siren", siren));
    make("/memberships", with(aMembership(heir, numbered), "from", "2018-01-01"));
    admin()
        .contentType("text/csv")
        .body("name;siren;from\nOne;" + siren + ";2010-05-01\n")
        .post("/memberships/csv?cluster=" + one)
        .then()
        .statusCode(422)
        .body("faults.rule", contains("membership-overlap"));
    enter("continued", false).statusCode(201);
  }

  @Test
  void so_is_one_that_says_so_and_one_that_is_put_right() {
    enter("until", "2014-12-31", "endReason", "LAPSED").statusCode(201);
    story().body("items", hasSize(1));
    String id = story().extract().path("items[0].id");
    patch("/memberships/" + id, Map.of("until", "2015-02-01", "endReason", "MERGED"))
        .statusCode(200)
        .body("unmappedColleges", nullValue());
    isContinuedThroughBoth();
    patch("/memberships/" + id, Map.of("remarks", "r")).statusCode(200);
    isContinuedThroughBoth();
  }

  @Test
  void a_line_of_a_file_is_continued_too_and_sent_again_changes_nothing() {
    String name = org.grappe.testing.Api.unique("Member");
    String file = "name;from;college\n" + name + ";2010-05-01;Software\n";
    for (String made : List.of("1", "0")) {
      admin()
          .contentType("text/csv")
          .body(file)
          .post("/memberships/csv?cluster=" + one)
          .then()
          .statusCode(200)
          .body("made", equalTo(Integer.parseInt(made)));
    }
    get("/memberships?cluster=" + heir)
        .body("items.organisation.name", contains(name))
        .body("items.memberSince", contains("2010-05-01"));
    String open = make("/clusters/" + one + "/colleges", Map.of("name", "Studios"));
    admin()
        .contentType("text/csv")
        .body("name;from;college\n" + name + "2;2010-05-01;" + open + "\n")
        .post("/memberships/csv?cluster=" + one)
        .then()
        .statusCode(200)
        .body("made", equalTo(1))
        .body("faults.rule", contains("college-unmapped"));
  }

  @Test
  void one_that_did_not_go_on_is_left() {
    enter("continued", false)
        .statusCode(201)
        .body("continued", equalTo(false))
        .body("endReason", equalTo("MERGED"));
    story().body("items", hasSize(1));
  }

  @Test
  void who_belongs_to_the_result_already_continues_one_more() {
    make("/memberships", with(aMembership(two, company), "from", "2012-01-01"));
    enter().statusCode(201);
    story()
        .body("items.cluster.id", contains(one, two, result, heir))
        .body("items[2].continues", hasSize(2))
        .body("items[3].memberSince", equalTo("2010-05-01"));
  }

  @Test
  void an_editor_of_the_party_may_and_says_nothing_of_what_is_continued_itself() {
    String key = aKey("EDITOR", one);
    bearer(key)
        .contentType("application/json")
        .body(with(aMembership(one, company), "from", "2010-05-01"))
        .post("/memberships")
        .then()
        .statusCode(201);
    isContinuedThroughBoth();
    String other =
        make(
            "/memberships",
            with(aMembership(one, make("/organisations", anOrganisation())), "from", "2009-01-01"));
    bearer(key)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("continues", List.of(other)))
        .patch("/memberships/" + story().extract().path("items[0].id"))
        .then()
        .statusCode(403)
        .body("errors.pointer", contains("/continues"));
  }

  @Test
  void an_administrator_says_what_a_membership_continues() {
    String away = founded();
    String old =
        make(
            "/memberships",
            with(
                aMembership(away, company),
                "from",
                "2003-01-01",
                "until",
                "2010-05-01",
                "endReason",
                "RESIGNED"));
    String late = enter("continues", List.of(old)).statusCode(201).extract().path("id");
    story().body("items[3].memberSince", equalTo("2003-01-01"));
    patch("/memberships/" + old, Map.of("until", "2010-04-01")).statusCode(200);
    story().body("items[3].memberSince", equalTo("2010-05-01"));
    patch("/memberships/" + old, Map.of("continues", List.of(late)))
        .statusCode(422)
        .body("errors.pointer", contains("/continues/0"));
    String stranger =
        make(
            "/memberships",
            with(
                aMembership(away, make("/organisations", anOrganisation())), "from", "2003-01-01"));
    patch("/memberships/" + late, Map.of("continues", List.of(stranger)))
        .statusCode(422)
        .body("errors.pointer", contains("/continues/0"));
    Map<String, Object> none = new HashMap<>();
    none.put("continues", null);
    patch("/memberships/" + late, none).statusCode(200).body("continues", hasSize(0));
  }

  @Test
  void a_correction_moves_it_and_reversals_leave_an_open_membership() {
    enter().statusCode(201);
    post("/mergers/" + first + "/correction", Map.of("effectiveOn", "2015-02-09")).statusCode(200);
    story().body("items.from", contains("2010-05-01", "2015-02-09", "2017-03-31"));
    for (String day : List.of("2015-01-20", "2015-02-05")) {
      post("/mergers/" + first + "/correction", Map.of("effectiveOn", day))
          .body("obstacles", nullValue())
          .statusCode(200);
    }
    for (String merger : List.of(second, first)) {
      post("/mergers/" + merger + "/reversal", Map.of("reason", "r"))
          .body("obstacles", nullValue())
          .statusCode(200);
    }
    story().body("items.cluster.id", contains(one)).body("items.until", contains((Object) null));
    complete(first, "2015-02");
    complete(second, "2017-03-31");
    isContinuedThroughBoth();
  }

  @Test
  void todays_cluster_asked_for_a_day_before_it_was_answers_who_was_there_then() {
    make("/memberships", with(aMembership(two, company), "from", "2012-01-01"));
    enter().statusCode(201);
    String path = "/memberships?cluster=" + heir + "&on=2013-01-01";
    get(path).body("items", hasSize(0));
    get(path + "&includePredecessors=true&count=true").body("total", equalTo(2));
    get("/organisations?memberOf=" + heir + "&includePredecessors=true&on=2013-01-01&count=true")
        .body("total", equalTo(1));
    make(
        "/subsidy-lines",
        Map.of(
            "beneficiary",
            Map.of("cluster", one),
            "purpose",
            "Members",
            "amount",
            Map.of("amount", 1000),
            "steps",
            List.of(Map.of("status", "VOTED", "on", "2013"))));
    String sum = "/subsidy-lines/summary?per=member&includePredecessors=true&cluster=" + heir;
    Object members = get(sum + "&on=2014-01-01").extract().path("items[0].perMember.members");
    assertEquals(1, members);
    get(sum).body("items[0].perMember.members", equalTo(1));
  }
}
