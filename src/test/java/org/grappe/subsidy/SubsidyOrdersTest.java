package org.grappe.subsidy;

import static org.grappe.subsidy.Lines.line;
import static org.grappe.subsidy.Lines.payment;
import static org.grappe.subsidy.Lines.step;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a line for each day, as lists and sums are told by it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SubsidyOrdersTest {
  private String cluster;

  @BeforeEach
  void a_cluster() {
    cluster = make("/clusters", aCluster());
  }

  private void assertOrder(String sort, String on, String... ids) {
    String path = "/subsidy-lines?cluster={c}&sort={s}&on={d}";
    get(path, cluster, sort, on).body("items.id", contains(ids));
    List<String> paged = new ArrayList<>();
    String next = path + "&limit=1";
    Object[] params = {cluster, sort, on};
    while (next != null) {
      var page = get(next, params).extract().jsonPath();
      paged.addAll(page.getList("items.id"));
      next = page.getString("next");
      next = next == null ? null : next.replaceFirst("^/api/v1", "");
      params = new Object[0];
    }
    assertEquals(List.of(ids), paged);
    String lines =
        get("/subsidy-lines.ndjson?cluster={c}&sort={s}&on={d}", cluster, sort, on)
            .extract()
            .asString();
    assertEquals(
        List.of(ids),
        lines.lines().map(text -> text.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1")).toList());
  }

  @Test
  void lines_come_in_the_order_of_what_they_amount_to_on_the_day() {
    String falling =
        make(
            "/subsidy-lines",
            line(cluster, null, step("ANNOUNCED", "2015-01", 300), step("VOTED", "2016-01", 100)));
    String steady = make("/subsidy-lines", line(cluster, null, step("ANNOUNCED", "2015-06", 200)));
    String unknown = make("/subsidy-lines", line(cluster, null, step("ANNOUNCED", "2015-01")));
    assertOrder("amount", "2015-12-31", steady, falling, unknown);
    assertOrder("-amount", "2015-12-31", falling, steady, unknown);
    assertOrder("amount", "2016-12-31", falling, steady, unknown);
    assertOrder("-amount", "2016-12-31", steady, falling, unknown);
    assertOrder("amount", "2014-12-31", falling, steady, unknown);
    assertOrder("-amount", "2014-12-31", falling, steady, unknown);
    assertOrder("amount", "2015-03-01", falling, steady, unknown);
  }

  @Test
  void a_line_is_paid_from_the_day_of_its_last_payment_on_and_not_when_that_is_taken_back() {
    String id = make("/subsidy-lines", line(cluster, 100, step("VOTED", "2015-01")));
    String path = "/subsidy-lines?cluster={c}&status={s}&on={d}&count=true";
    get(path, cluster, "paid", "2016-12-31").body("items", empty()).body("total", equalTo(0));
    make("/subsidy-lines/" + id + "/payments", payment("2015-06-01", 40));
    make("/subsidy-lines/" + id + "/payments", payment("2016-06-01", 60));
    get(path, cluster, "paid", "2016-05-31").body("items", empty()).body("total", equalTo(0));
    get(path, cluster, "voted", "2016-05-31")
        .body("items.paid.amount", contains(40.00f))
        .body("total", equalTo(1));
    get(path, cluster, "paid", "2016-06-01").body("items.id", contains(id));
    get(path, cluster, "paid,cancelled", "2016-06-01").body("items.id", contains(id));
    get("/subsidy-lines/summary?cluster={c}&on=2016-05-31", cluster)
        .body("items[0].paid", equalTo(40.00f));
    get("/subsidy-lines/summary?cluster={c}", cluster).body("items[0].paid", equalTo(100.00f));
  }

  @Test
  void groups_that_share_clusters_are_each_divided_by_their_own_members() {
    String other = make("/clusters", aCluster());
    String third = make("/clusters", aCluster());
    String shared = make("/organisations", anOrganisation());
    for (String one : List.of(cluster, other, third)) {
      make("/memberships", with(aMembership(one, shared), "from", "2016-01-01"));
      String own = make("/organisations", anOrganisation());
      make("/memberships", with(aMembership(one, own), "from", "2017-01-01"));
    }
    String purpose = "purpose" + System.nanoTime();
    for (Object[] told :
        new Object[][] {
          {cluster, 2019},
          {other, 2019},
          {cluster, 2020},
          {other, 2020},
          {third, 2020},
          {third, 2021}
        }) {
      make(
          "/subsidy-lines",
          with(
              line((String) told[0], 30, step("VOTED", "2015")),
              "purpose",
              purpose,
              "fiscalYear",
              told[1]));
    }
    String path = "/subsidy-lines/summary?per=member&by=fiscalYear&q={q}";
    get(path, purpose)
        .body("items.perMember.members", contains(3, 4, 2))
        .body("items.perMember.voted", contains(20.00f, 22.50f, 15.00f));
    get(path + "&on=2016-06-01", purpose)
        .body("items.perMember.members", contains(1, 1, 1))
        .body("items.perMember.voted", contains(60.00f, 90.00f, 30.00f));
  }

  /** All ids of a list, read one by one. */
  private static List<String> oneByOne(String path) {
    List<String> ids = new ArrayList<>();
    for (String next = path + "&limit=1"; next != null; ) {
      var page = get(next).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
      next = next == null ? null : next.replaceFirst("^/api/v1", "");
    }
    return ids;
  }

  @Test
  void
      lines_of_a_funder_come_in_their_order_whether_it_is_an_organisation_or_a_family_of_clusters() {
    String organisation = make("/organisations", anOrganisation());
    String heir = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String party = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String merger = make("/mergers", Map.of("parties", List.of(heir, party), "result", heir));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<Map<String, ?>> fundings = new ArrayList<>();
      fundings.add(Map.of("funder", i % 2 == 0 ? heir : party, "share", 10));
      fundings.add(Map.of("funder", organisation, "share", 20));
      fundings.add(Map.of("funder", organisation, "share", 30));
      Map<String, Object> line = line(cluster, 100, step("VOTED", i < 3 ? "2015" : "2030"));
      all.add(0, make("/subsidy-lines", with(line, "fundings", fundings)));
    }
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2020-01-01", "withoutBallots", true, "reason", "before"))
        .statusCode(200);
    String funder = "/subsidy-lines?funder=";
    List<String> ascending = new ArrayList<>(all);
    Collections.reverse(ascending);
    assertEquals(all, oneByOne(funder + organisation));
    assertEquals(all, oneByOne(funder + organisation + "&includePredecessors=true"));
    assertEquals(ascending, oneByOne(funder + organisation + "&sort=createdAt"));
    assertEquals(all, oneByOne(funder + organisation + "&sort=-updatedAt"));
    assertEquals(all.subList(3, 6), oneByOne(funder + organisation + "&status=voted"));
    assertEquals(all, oneByOne(funder + organisation + "&cluster=" + cluster));
    String slug = get("/clusters/" + heir).extract().path("slug");
    List<String> own = List.of(all.get(1), all.get(3), all.get(5));
    for (String named : List.of(heir, slug)) {
      assertEquals(own, oneByOne(funder + named));
      assertEquals(all, oneByOne(funder + named + "&includePredecessors=true"));
      assertEquals(all, oneByOne(funder + named + "&includePredecessors=true&on=2019-06-01"));
    }
    assertEquals(List.of(), oneByOne(funder + UUID.randomUUID()));
  }

  @Test
  void lines_of_a_region_come_in_their_order_with_those_that_were_assigned_to_its_clusters() {
    String purpose = "purpose" + System.nanoTime();
    String heir = make("/clusters", with(aCluster(), "foundedOn", "2000", "region", "76"));
    String party = make("/clusters", with(aCluster(), "foundedOn", "2000", "region", "11"));
    String merger = make("/mergers", Map.of("parties", List.of(heir, party), "result", heir));
    post(
            "/mergers/" + merger + "/completion",
            Map.of("effectiveOn", "2020-01-01", "withoutBallots", true, "reason", "before"))
        .statusCode(200);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Map<String, ?> last =
          i % 3 == 0
              ? with(step("ANNOUNCED", "2021"), "assignedTo", heir)
              : step("ANNOUNCED", "2021");
      Map<String, Object> line =
          line(i % 3 == 2 ? heir : party, 100, step("REPORTED", "2015"), last);
      all.add(0, make("/subsidy-lines", with(line, "purpose", purpose + i)));
    }
    String lines = "/subsidy-lines?q=" + purpose + "&region=76";
    List<String> found = List.of(all.get(0), all.get(2), all.get(3), all.get(5));
    List<String> ascending = new ArrayList<>(found);
    Collections.reverse(ascending);
    assertEquals(found, oneByOne(lines));
    assertEquals(ascending, oneByOne(lines + "&sort=createdAt"));
    assertEquals(ascending, oneByOne(lines + "&sort=updatedAt"));
    assertEquals(List.of(all.get(0), all.get(3)), oneByOne(lines + "&on=2020-06-01"));
    assertEquals(
        List.of(all.get(0), all.get(3)), oneByOne(lines + "&cluster=" + heir + "&on=2020-06-01"));
  }
}
