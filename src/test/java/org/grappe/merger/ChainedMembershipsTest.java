package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grappe.testing.Race;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Memberships that continue each other are changed together or not at all. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChainedMembershipsTest {
  private String party;
  private String result;
  private String company;
  private String former;
  private String merger;

  @BeforeEach
  void a_member_that_went_through_a_merger() {
    company = make("/organisations", anOrganisation());
    party = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String other = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    result = make("/clusters", with(aCluster(), "announcedOn", "2009"));
    former = make("/memberships", with(aMembership(party, company), "from", "2008-01-01"));
    merger = make("/mergers", Map.of("parties", List.of(party, other), "result", result));
    takeEffect("/mergers/" + merger, "2010-01-01").statusCode(200);
  }

  @Test
  void a_membership_that_has_ended_continues_none_that_goes_on_after_it() {
    String elder = make("/clusters", with(aCluster(), "foundedOn", "1990"));
    Map<String, Object> body =
        with(aMembership(elder, company), "from", "2002-02-01", "until", "2002-05-01");
    post("/memberships", with(new HashMap<>(body), "continues", List.of(former)))
        .statusCode(422)
        .body("errors.pointer", contains("/continues/0"));
    String earlier = make("/memberships", body);
    patch("/memberships/" + earlier, Map.of("continues", List.of(former)))
        .statusCode(422)
        .body("errors.pointer", contains("/continues/0"));
    make(
        "/memberships",
        with(aMembership(elder, company), "from", "2006-01-01", "continues", List.of(earlier)));
  }

  private String next() {
    return get("/memberships?cluster={cluster}", result).extract().path("items[0].id");
  }

  private static void isRefused(String membership, String field, Object value, String other) {
    isRefused(Map.of(field, value), membership, field, other);
  }

  private static void isRefused(
      Map<String, ?> patch, String membership, String field, String other) {
    patch("/memberships/" + membership, patch)
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("field", equalTo(field))
        .body("other.id", equalTo(other));
  }

  @Test
  void none_of_them_becomes_that_of_another_organisation_or_cluster() {
    String another = make("/organisations", anOrganisation());
    String elsewhere = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    isRefused(former, "organisation", another, next());
    isRefused(next(), "organisation", another, former);
    isRefused(former, "cluster", elsewhere, next());
    isRefused(next(), "cluster", elsewhere, former);
    get("/memberships/" + former).body("organisation.id", equalTo(company));
  }

  @Test
  void who_left_before_the_merger_leaves_what_followed_first() {
    Map<String, String> left = Map.of("until", "2009-06-01", "endReason", "RESIGNED");
    isRefused(left, former, "until", next());
    isRefused(former, "endReason", "RESIGNED", next());
    isRefused(former, "continued", false, next());
    delete("/memberships/" + next()).statusCode(204);
    patch("/memberships/" + former, left).statusCode(200);
    get("/memberships?cluster={cluster}", result).body("items.size()", equalTo(0));
  }

  @Test
  void a_link_that_an_administrator_takes_away_holds_neither() {
    String another = make("/organisations", anOrganisation());
    patch("/memberships/" + next(), Map.of("continues", List.of())).statusCode(200);
    patch("/memberships/" + former, Map.of("organisation", another)).statusCode(200);
  }

  @Test
  void what_an_administrator_unlinked_stays_so_when_something_else_is_put_right() {
    patch("/memberships/" + next(), Map.of("continues", List.of())).statusCode(200);
    patch("/memberships/" + former, Map.of("remarks", "Put right.")).statusCode(200);
    admin().get("/memberships/" + next()).then().body("continues", empty());
    patch("/memberships/" + former, Map.of("from", "2007-01-01")).statusCode(200);
    admin().get("/memberships/" + next()).then().body("continues.id", contains(former));
  }

  /** Whoever is second sees what the first has written. */
  @RepeatedTest(8)
  void who_is_linked_and_who_moves_at_once_do_not_tear_the_chain() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String one = make("/memberships", with(aMembership(cluster, company), "from", "2006-01-01"));
    patch("/memberships/" + one, Map.of("until", "2007-01-01")).statusCode(200);
    String another = make("/organisations", anOrganisation());
    String again = make("/memberships", with(aMembership(cluster, company), "from", "2007-01-01"));
    List<Integer> statuses =
        Race.of(
            List.of(
                () ->
                    patch("/memberships/" + again, Map.of("continues", List.of(one)))
                        .extract()
                        .statusCode(),
                () ->
                    patch("/memberships/" + one, Map.of("organisation", another))
                        .extract()
                        .statusCode()));
    assertTrue(Set.of(List.of(200, 409), List.of(422, 200)).contains(statuses), statuses + "");
  }

  @Test
  void whom_the_merger_ended_without_going_on_belongs_to_the_party_again_once_it_is_reversed() {
    String late = make("/organisations", anOrganisation());
    String alone =
        make(
            "/memberships",
            with(aMembership(party, late), "from", "2008-01-01", "continued", false));
    admin().get("/memberships/" + alone).then().body("endReason", equalTo("MERGED"));
    post(
            "/mergers/" + merger + "/correction",
            Map.of("effectiveOn", "2010-03-01", "reason", "a test"))
        .statusCode(200);
    get("/memberships/" + alone).body("until", equalTo("2010-03-01"));
    post("/mergers/" + merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
    admin()
        .get("/memberships/" + alone)
        .then()
        .body("until", nullValue())
        .body("endReason", nullValue())
        .body("status", equalTo("ACTIVE"));
  }

  @Test
  void who_would_be_a_stranger_again_stands_against_the_reversal_of_a_succession() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String successor = make("/organisations", anOrganisation());
    succeed(successor).statusCode(200);
    String before =
        make(
            "/memberships",
            with(
                aMembership(cluster, company),
                "from",
                "2009-01-01",
                "until",
                "2012-01-01",
                "endReason",
                "SUCCEEDED"));
    String since =
        make(
            "/memberships",
            with(
                aMembership(cluster, successor),
                "from",
                "2012-01-01",
                "continues",
                List.of(before)));
    ValidatableResponse refused =
        post("/organisations/" + company + "/succession/reversal", Map.of("reason", "a test"));
    refused.statusCode(409).body("obstacles.id", hasItem(since));
    patch("/memberships/" + since, Map.of("continues", List.of())).statusCode(200);
    post("/organisations/" + company + "/succession/reversal", Map.of("reason", "a test"))
        .statusCode(200);
  }

  private ValidatableResponse succeed(String successor) {
    return post(
        "/organisations/" + company + "/succession",
        Map.of("successor", successor, "on", "2012-01-01", "kind", "ABSORBED"));
  }

  @Test
  void a_dissolution_is_not_half_undone_by_a_change_of_its_cluster() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String member = make("/memberships", with(aMembership(cluster, company), "from", "2008-01-01"));
    post("/clusters/" + cluster + "/dissolution", Map.of("on", "2018-01-01", "reason", "a test"))
        .statusCode(200);
    Map<String, Object> none = new HashMap<>();
    none.put("dissolvedOn", null);
    patch("/clusters/" + cluster, none)
        .statusCode(422)
        .body("errors.pointer", hasItem("/dissolvedOn"));
    post("/clusters/" + cluster + "/dissolution/reversal", Map.of("reason", "a test"))
        .statusCode(200);
    get("/memberships/" + member).body("until", nullValue());
  }

  @Test
  void a_table_tells_what_a_cluster_was_for_a_time_and_not_the_ids_of_that_alone() {
    String name = get("/clusters/" + party).extract().path("name");
    post("/clusters/" + party + "/transitions", Map.of("on", "2007-01-01", "name", name + " 2"))
        .statusCode(200);
    String table = admin().get("/clusters.csv?on=2008-01-01&q=" + name).asString();
    assertTrue(table.contains("2007-01-01"), table);
  }

  @Test
  void whose_assembly_has_voted_stays_a_party_until_its_ballot_is_gone() {
    String one = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String two = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String three = make("/clusters", with(aCluster(), "foundedOn", "2005"));
    String planned = make("/mergers", Map.of("parties", List.of(one, two)));
    String split =
        make("/divisions", Map.of("cluster", one, "kind", "SPLIT", "results", List.of(two, three)));
    Map<String, Object> vote =
        Map.of("decision", "ADOPTED", "assembly", Map.of("kind", "ORDINARY", "on", "2010-01-01"));
    String ballot = make("/mergers/" + planned + "/ballots", withParty(vote, two));
    String other = make("/divisions/" + split + "/ballots", withParty(vote, one));
    patch("/mergers/" + planned, Map.of("parties", List.of(one, three)))
        .statusCode(409)
        .body("type", equalTo("/problems/still-referenced"))
        .body("referredToBy.collection", equalTo("ballots"))
        .body("referredToBy.id", equalTo(ballot));
    patch("/divisions/" + split, Map.of("cluster", party))
        .statusCode(409)
        .body("referredToBy.collection", equalTo("division-ballots"))
        .body("referredToBy.id", equalTo(other));
    delete("/mergers/" + planned + "/ballots/" + ballot).statusCode(204);
    patch("/mergers/" + planned, Map.of("parties", List.of(one, three))).statusCode(200);
  }

  private static Map<String, Object> withParty(Map<String, Object> vote, String party) {
    return with(new HashMap<>(vote), "party", party);
  }

  @Test
  void who_belonged_to_the_result_before_is_put_right_in_the_party_alone() {
    String absorbing = founded();
    String absorbed = founded();
    String there =
        make("/memberships", with(aMembership(absorbing, company), "from", "2008-01-01"));
    String here = make("/memberships", with(aMembership(absorbed, company), "from", "2005-01-01"));
    String absorption =
        make("/mergers", Map.of("parties", List.of(absorbing, absorbed), "result", absorbing));
    takeEffect("/mergers/" + absorption, "2015-01-01").statusCode(200);
    get("/memberships/" + there).body("continues.id", hasItem(here));
    patch("/memberships/" + here, Map.of("until", "2014-06-01", "endReason", "RESIGNED"))
        .statusCode(200);
  }

  @Test
  void an_administrator_takes_one_to_where_it_belongs_at_once_with_its_link() {
    String another = make("/organisations", anOrganisation());
    String old =
        make(
            "/memberships",
            with(aMembership(party, another), "from", "2006-01-01", "until", "2007-01-01"));
    patch("/memberships/" + next(), Map.of("organisation", another, "continues", List.of(old)))
        .statusCode(200);
  }

  @Test
  void a_mandate_that_was_left_open_in_what_is_no_more_holds_up_no_succession() {
    String ended = founded();
    String mandates = "/clusters/" + ended + "/mandates";
    make(mandates, Map.of("role", "BOARD_MEMBER", "organisation", company, "from", "2005"));
    patch("/clusters/" + ended, Map.of("dissolvedOn", "2009-01-01")).statusCode(200);
    succeed(make("/organisations", anOrganisation())).statusCode(200);
    get(mandates + "?status=all").body("items.organisation.id", contains(company));
  }

  @Test
  void an_office_that_opened_between_the_days_stands_against_a_correction() {
    String office =
        make("/clusters/" + party + "/offices", Map.of("city", "Nîmes", "openedOn", "2009-08-01"));
    post(
            "/mergers/" + merger + "/correction",
            Map.of("effectiveOn", "2009-06-01", "reason", "a test"))
        .statusCode(409)
        .body("type", equalTo("/problems/merger-conflict"))
        .body("obstacles.id", hasItem(office));
  }
}
