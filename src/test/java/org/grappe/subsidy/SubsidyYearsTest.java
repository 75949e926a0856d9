package org.grappe.subsidy;

import static io.restassured.RestAssured.given;
import static org.grappe.subsidy.Lines.line;
import static org.grappe.subsidy.Lines.money;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.grappe.testing.RealPostgres;
import org.grappe.value.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money by the years in which it was told of and paid, and sums in pages. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SubsidyYearsTest {
  private static final List<String> SUMS =
      List.of("reported", "announced", "budgeted", "voted", "agreed", "paid");
  private static final String SUMMARY = "/subsidy-lines/summary";
  private String cluster;

  @BeforeEach
  void a_cluster() {
    cluster = make("/clusters", aCluster());
  }

  @Test
  void each_figure_stands_in_the_year_of_the_step_that_gives_it_and_each_payment_in_its_own() {
    String id =
        make(
            "/subsidy-lines",
            line(
                cluster,
                null,
                step("REPORTED", "2014-11", 240000),
                step("VOTED", "2015-03", 200000)));
    post("/subsidy-lines/" + id + "/payments", payment("2016-02-01", 50000)).statusCode(201);
    post("/subsidy-lines/" + id + "/payments", payment("2017-02-01", 30000)).statusCode(201);
    make("/subsidy-lines", line(cluster, 7, step("AGREED", null)));
    get(SUMMARY + "?by=year&cluster={c}", cluster)
        .body("items.year", contains(2014, 2015, 2016, 2017, null))
        .body("items.reported", contains(240000f, 0f, 0f, 0f, 7f))
        .body("items.announced", contains(0f, 200000f, 0f, 0f, 7f))
        .body("items.voted", contains(0f, 200000f, 0f, 0f, 7f))
        .body("items.agreed", contains(0f, 0f, 0f, 0f, 7f))
        .body("items.paid", contains(0f, 0f, 50000f, 30000f, 0f))
        .body("items.lines", contains(1, 0, 0, 0, 1));
    get(SUMMARY + "?by=year&cluster={c}&on=2016-12-31", cluster)
        .body("items.year", contains(2014, 2015, 2016, null));
    get(SUMMARY + "?year=2015&cluster={c}", cluster)
        .body("items.voted", contains(200000f))
        .body("items.reported", contains(0f))
        .body("items.year", contains(nullValue()));
    get("/subsidy-lines?year=2017&cluster={c}", cluster).body("items.id", contains(id));
    get("/subsidy-lines?year=2018&cluster={c}", cluster).body("items", hasSize(0));
  }

  @Test
  void a_correction_gives_the_figure_and_a_year_without_one_has_none() {
    String id =
        make(
            "/subsidy-lines",
            line(cluster, null, step("VOTED", "2014", 100), step("VOTED", "2016")));
    String voted = get("/subsidy-lines/" + id).extract().path("steps[1].id");
    get(SUMMARY + "?by=year&cluster={c}", cluster)
        .body("items.year", contains(2014, 2016))
        .body("items.lines", contains(1, 0))
        .body("items.voted", contains(0f, 100f));
    post(
            "/subsidy-lines/" + id + "/steps",
            with(step("VOTED", "2017-01-05", 90), "corrects", voted))
        .statusCode(201);
    get(SUMMARY + "?by=year&cluster={c}", cluster)
        .body("items.year", contains(2014, 2017))
        .body("items.voted", contains(0f, 90f));
  }

  @Test
  void the_years_of_random_lines_add_up_to_their_sum() throws Exception {
    long seed = System.nanoTime();
    System.out.println("random years of lines, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      enter(random);
    }
    for (String on : List.of("2014-06-30", "2015-12-31", "2017-01-01", "2020-01-01")) {
      for (String by : List.of("", "origin")) {
        String asked = "&cluster=" + cluster + "&on=" + on;
        JsonNode all = items("?by=" + by + (by.isEmpty() ? "status" : "") + asked);
        JsonNode years = items("?by=year" + (by.isEmpty() ? "" : "," + by) + asked);
        for (String sum : SUMS) {
          BigDecimal whole = total(all, sum);
          BigDecimal parts = total(years, sum);
          assertEquals(0, whole.compareTo(parts), sum + " on " + on + " " + by + " seed " + seed);
        }
        if (by.isEmpty()) {
          assertEquals(total(all, "lines"), total(years, "lines"), "seed " + seed);
          assertEquals(
              total(all, "linesWithoutAmount"), total(years, "linesWithoutAmount"), "" + seed);
        }
        requireSameByFilter(years, by, asked, seed);
      }
    }
  }

  private static void requireSameByFilter(JsonNode years, String by, String asked, long seed)
      throws Exception {
    TreeSet<Integer> told = new TreeSet<>();
    years.forEach(item -> told.add(item.path("year").asInt(0)));
    told.remove(0);
    for (int year : told) {
      JsonNode of = items("?year=" + year + (by.isEmpty() ? "" : "&by=" + by) + asked);
      for (String sum : SUMS) {
        List<JsonNode> same = new ArrayList<>();
        years.forEach(item -> same.add(item.path("year").asInt(0) == year ? item : null));
        same.removeIf(item -> item == null);
        BigDecimal parts =
            same.stream()
                .map(i -> i.get(sum).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, parts.compareTo(total(of, sum)), sum + " " + year + " seed " + seed);
      }
    }
  }

  private void enter(Random random) {
    List<String> firmer = List.of("REPORTED", "ANNOUNCED", "BUDGETED", "VOTED", "AGREED");
    List<Map<String, ?>> steps = new ArrayList<>();
    int year = 2013;
    for (int i = 0; i <= random.nextInt(4); i++) {
      year += random.nextInt(3);
      String on = random.nextInt(6) == 0 ? null : year + (random.nextBoolean() ? "" : "-05");
      String status = firmer.get(random.nextInt(5));
      steps.add(
          random.nextInt(5) == 0
              ? step(status, on)
              : step(status, on, 1 + random.nextInt(100_000)));
    }
    Map<String, Object> body = with(line(cluster, null), "steps", steps);
    if (random.nextBoolean()) {
      Object europe = Map.of("origin", "EUROPEAN", "share", 50);
      with(body, "fundings", List.of(europe, Map.of("origin", "STATE", "rest", true)));
    }
    String path = "/subsidy-lines/" + make("/subsidy-lines", body) + "/payments";
    for (int i = 0; i < random.nextInt(5); i++) {
      // some is paid back, unless that is more than was paid by then
      int euros = 1 + random.nextInt(200);
      post(
          path,
          payment(2014 + random.nextInt(5) + "-03-01", random.nextInt(3) == 0 ? -euros : euros));
    }
  }

  private static BigDecimal total(JsonNode items, String of) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : items) {
      sum = sum.add(item.get(of).decimalValue());
    }
    return sum;
  }

  private static JsonNode items(String path) throws Exception {
    return Documents.MAPPER
        .readTree(get(SUMMARY + path).statusCode(200).extract().asString())
        .get("items");
  }

  @Test
  void groups_come_in_pages_in_the_order_of_their_keys() throws Exception {
    String strategy = "strategy" + System.nanoTime();
    for (int i = 0; i < 7; i++) {
      String organisation = make("/organisations", anOrganisation());
      Map<String, Object> body = line(cluster, 10 + i, step("VOTED", "20" + (10 + i)));
      make(
          "/subsidy-lines",
          with(body, "beneficiary", Map.of("organisation", organisation), "strategy", strategy));
    }
    make("/subsidy-lines", with(line(cluster, 1, step("VOTED", null)), "strategy", strategy));
    for (String by : List.of("beneficiary", "year", "beneficiary,year", "status,fiscalYear")) {
      String path = "?by=" + by + "&strategy=" + strategy;
      JsonNode all = items(path);
      List<JsonNode> paged = new ArrayList<>();
      String next = "/api/v1" + SUMMARY + path + "&limit=3&count=true";
      while (next != null) {
        JsonNode page =
            Documents.MAPPER.readTree(
                given()
                    .basePath("")
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        assertEquals(all.size(), page.get("total").asInt());
        assertTrue(page.get("items").size() <= 3);
        page.get("items").forEach(paged::add);
        next = page.has("next") ? page.get("next").asText() : null;
      }
      List<JsonNode> whole = new ArrayList<>();
      all.forEach(whole::add);
      assertEquals(whole, paged, by);
    }
    get(SUMMARY + "?by=year&fields=year,voted&strategy=" + strategy)
        .body("items[0].keySet()", hasSize(2));
  }

  @Test
  void money_of_a_year_is_divided_by_the_members_of_that_year() {
    String early = make("/organisations", anOrganisation());
    String late = make("/organisations", anOrganisation());
    make("/memberships", with(aMembership(cluster, early), "from", "2014-06-01"));
    make("/memberships", with(aMembership(cluster, late), "from", "2016-06-01"));
    for (int year : List.of(2013, 2014, 2016)) {
      make(
          "/subsidy-lines",
          with(line(cluster, 100, step("VOTED", year + "-02")), "fiscalYear", year));
    }
    for (String by : List.of("year", "fiscalYear", "year,beneficiary")) {
      get(SUMMARY + "?per=member&by={by}&cluster={c}", by, cluster)
          .body("items.perMember.members", contains(null, 1, 2))
          .body("items.perMember.reason", contains("MEMBERS_NOT_KNOWN", null, null))
          .body("items.perMember.voted", contains(null, 100f, 50f));
    }
    get(SUMMARY + "?per=member&by=year&cluster={c}&on=2016-05-01", cluster)
        .body("items.perMember.members", contains(null, 1, 1));
  }

  @Test
  void only_what_may_be_part_of_a_sectors_money_is_said_to_overlap() {
    String strategy = "strategy" + System.nanoTime();
    Map<String, Object> body = line(cluster, 5, step("VOTED", "2014"));
    make("/subsidy-lines", with(body, "strategy", strategy));
    String path = SUMMARY + "?strategy=" + strategy;
    get(path).body("items[0].mayOverlap", nullValue());
    String region = get("/clusters/" + cluster).extract().path("region.code");
    Map<String, ?> sector = Map.of("sector", Map.of("region", region, "name", "x"));
    Map<String, Object> other = line(cluster, null);
    with(other, "beneficiary", sector, "strategy", strategy, "amount", money(3));
    make("/subsidy-lines", with(other, "steps", List.of(step("VOTED", "2015"))));
    get(path).body("items[0].mayOverlap", equalTo(true));
    get(path + "&by=year").body("items.mayOverlap", contains(nullValue(), nullValue()));
    make("/subsidy-lines", with(other, "steps", List.of(step("VOTED", "2014"))));
    get(path + "&by=year").body("items.mayOverlap", contains(true, null));
    get(path + "&by=beneficiary").body("items.mayOverlap", contains(nullValue(), nullValue()));
    get(path + "&by=origin").body("items.mayOverlap", contains(true));
  }
}
