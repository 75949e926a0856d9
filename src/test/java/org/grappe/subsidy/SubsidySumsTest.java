package org.grappe.subsidy;

import static org.grappe.subsidy.Lines.line;
import static org.grappe.subsidy.Lines.money;
import static org.grappe.subsidy.Lines.payment;
import static org.grappe.subsidy.Lines.step;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grappe.testing.RealPostgres;
import org.grappe.value.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums of lines, beside what exact arithmetic says they are. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SubsidySumsTest {
  private static final List<String> FIRMER =
      List.of("REPORTED", "ANNOUNCED", "BUDGETED", "VOTED", "AGREED");
  private static final List<String> SUMS =
      List.of("reported", "announced", "budgeted", "voted", "agreed", "paid");
  private static final List<String> ORIGINS = List.of("EUROPEAN", "STATE", "REGION", "UNKNOWN");
  private String cluster;

  @BeforeEach
  void a_cluster() {
    cluster = make("/clusters", aCluster());
  }

  private static JsonNode items(String path, Object... params) throws Exception {
    String text = get("/subsidy-lines/summary" + path, params).statusCode(200).extract().asString();
    return Documents.MAPPER.readTree(text).get("items");
  }

  @Test
  void what_was_reported_and_what_was_voted_are_different_questions() {
    make(
        "/subsidy-lines",
        line(cluster, null, step("REPORTED", "2014-11", 240000), step("VOTED", "2015-03", 200000)));
    make("/subsidy-lines", line(cluster, null, step("REPORTED", "2014-11")));
    make(
        "/subsidy-lines", line(cluster, 5, step("VOTED", "2014-11"), step("CANCELLED", "2015-01")));
    get("/subsidy-lines/summary?cluster={c}", cluster)
        .body("items", hasSize(1))
        .body("items[0].reported", equalTo(240000.00f))
        .body("items[0].announced", equalTo(200000.00f))
        .body("items[0].budgeted", equalTo(200000.00f))
        .body("items[0].voted", equalTo(200000.00f))
        .body("items[0].agreed", equalTo(0.00f))
        .body("items[0].lines", equalTo(3))
        .body("items[0].linesWithoutAmount", equalTo(1));
    get("/subsidy-lines/summary?cluster={c}&on=2014-12-31", cluster)
        .body("items[0].voted", equalTo(5.00f));
    get("/subsidy-lines/summary?cluster={c}&on=2014-10-31", cluster).body("items", hasSize(0));
    get("/subsidy-lines/summary?cluster={c}&by=status", cluster)
        .body("items.status", contains("CANCELLED", "REPORTED", "VOTED"));
  }

  @Test
  void currencies_are_never_added_up() {
    make("/subsidy-lines", line(cluster, 1, step("VOTED", null)));
    Map<String, Object> francs = line(cluster, null, step("VOTED", null));
    make("/subsidy-lines", with(francs, "amount", Map.of("amount", 2, "currency", "CHF")));
    get("/subsidy-lines/summary?cluster={c}", cluster)
        .body("items.currency", contains("CHF", "EUR"))
        .body("items.voted", contains(2.00f, 1.00f));
  }

  @Test
  void what_is_unknown_or_ill_formed_is_refused() {
    for (String wrong :
        List.of(
            "by=colour",
            "by=",
            "per=year",
            "per=member,company",
            "compare=region:91",
            "compare=91,73",
            "compare=region:91,region:91",
            "compare=region:91,region:73&by=status",
            "limit=0",
            "sort=amount",
            "count=3",
            "cursor=x",
            "year=15",
            "status=lost",
            "on=2015",
            "anything=1")) {
      get("/subsidy-lines/summary?" + wrong).statusCode(400);
    }
    get("/subsidy-lines/summary?cluster=none-such&by=funder,fiscal-year").body("items", hasSize(0));
  }

  @Test
  void a_line_is_counted_under_each_funder_and_its_amount_is_split() {
    String one = make("/organisations", anOrganisation());
    String other = make("/organisations", anOrganisation());
    Map<String, Object> body = line(cluster, "100.01", step("VOTED", null));
    with(
        body,
        "fundings",
        List.of(Map.of("funder", one, "share", 50), Map.of("funder", other, "share", 30)));
    make("/subsidy-lines", body);
    with(body, "fundings", List.of(Map.of("funder", one), Map.of("funder", other)));
    body.remove("amount");
    make("/subsidy-lines", body);
    get("/subsidy-lines/summary?by=funder&cluster={c}", cluster)
        .body("items", hasSize(3))
        .body("items.find { it.funder?.id == '" + one + "' }.voted", equalTo(50.01f))
        .body("items.find { it.funder?.id == '" + one + "' }.lines", equalTo(2))
        .body("items.find { it.funder?.id == '" + one + "' }.linesWithoutAmount", equalTo(1))
        .body("items.find { it.funder?.id == '" + other + "' }.voted", equalTo(30.00f))
        .body("items.find { it.funder == null }.voted", equalTo(20.00f))
        .body("items.find { it.funder == null }.lines", equalTo(1));
  }

  @Test
  void sums_are_divided_by_the_members_of_the_clusters_each_counted_once() {
    String second = make("/clusters", aCluster());
    make("/subsidy-lines", line(cluster, 100, step("VOTED", null)));
    String path = "/subsidy-lines/summary?per=member&by=beneficiary&cluster={c}";
    get(path, cluster)
        .body("items[0].perMember.members", nullValue())
        .body("items[0].perMember.reason", equalTo("MEMBERS_NOT_KNOWN"))
        .body("items[0].perMember.voted", nullValue());
    for (int i = 0; i < 3; i++) {
      String member = make("/organisations", anOrganisation());
      make("/memberships", with(aMembership(cluster, member), "from", "2016-01-01"));
      make("/memberships", with(aMembership(second, member), "from", "2016-01-01"));
    }
    get(path, cluster)
        .body("items[0].perMember.members", equalTo(3))
        .body("items[0].perMember.voted", equalTo(33.33f))
        .body("items[0].perMember.agreed", equalTo(0.00f));
    get(path + "&on=2015-12-31", cluster)
        .body("items[0].perMember.reason", equalTo("MEMBERS_NOT_KNOWN"));
    String purpose = "purpose" + System.nanoTime();
    for (String one : List.of(cluster, second)) {
      make("/subsidy-lines", with(line(one, 30, step("VOTED", null)), "purpose", purpose));
    }
    get("/subsidy-lines/summary?per=member&q={q}", purpose)
        .body("items[0].perMember.members", equalTo(3))
        .body("items[0].perMember.voted", equalTo(20.00f));
    Map<String, ?> sector = Map.of("sector", Map.of("region", "91", "name", "x"));
    make(
        "/subsidy-lines",
        with(line(cluster, 30, step("VOTED", null)), "purpose", purpose, "beneficiary", sector));
    get("/subsidy-lines/summary?per=member&q={q}", purpose)
        .body("items[0].perMember.reason", equalTo("OTHER_BENEFICIARIES"));
  }

  @Test
  void sums_are_divided_by_the_latest_number_of_companies_that_is_named() {
    String sector = "sector" + System.nanoTime();
    String source = make("/sources", aSource());
    Map<String, ?> of = Map.of("sector", Map.of("region", "94", "name", sector));
    make("/subsidy-lines", with(line(cluster, 100, step("VOTED", "2015")), "beneficiary", of));
    String path = "/subsidy-lines/summary?per=company&sector=" + sector;
    get(path)
        .body("items[0].perCompany.reason", equalTo("NO_FIGURE"))
        .body("items[0].perCompany.voted", nullValue());
    for (String[] told : new String[][] {{"2014", "40"}, {"2015-05", "30"}, {"2017", "0"}}) {
      make(
          "/figures",
          Map.of(
              "subject",
              Map.of("region", "94", "sector", sector),
              "metric",
              "COMPANIES",
              "value",
              new BigDecimal(told[1]),
              "asOf",
              told[0],
              "sources",
              List.of(source)));
    }
    get(path + "&on=2016-01-01")
        .body("items[0].perCompany.voted", equalTo(3.33f))
        .body("items[0].perCompany.companies.asOf", equalTo("2015-05"))
        .body("items[0].perCompany.companies.region.code", equalTo("94"))
        .body("items[0].perCompany.companies.sources.id", contains(source));
    get(path + "&by=region&on=2016-01-01").body("items[0].perCompany.voted", equalTo(3.33f));
    get(path).body("items[0].perCompany.reason", equalTo("DIVISOR_NOUGHT"));
  }

  @Test
  void territories_stand_side_by_side_with_their_ratio() {
    String sector = "sector" + System.nanoTime();
    for (String[] told : new String[][] {{"91", "500"}, {"73", "100"}}) {
      Map<String, ?> of = Map.of("sector", Map.of("region", told[0], "name", sector));
      make(
          "/subsidy-lines",
          with(line(cluster, told[1], step("ANNOUNCED", null)), "beneficiary", of));
    }
    get("/subsidy-lines/summary?compare=region:91,region:73,region:94&sector=" + sector)
        .body("items.region.code", contains("91", "73", "94"))
        .body("items[0].ratios.to.code", contains("73", "94"))
        .body("items[0].ratios[0].announced", equalTo(5))
        .body("items[0].ratios[0].voted", nullValue())
        .body("items[0].ratios[0].reason", equalTo("DIVISOR_NOUGHT"))
        .body("items[1].ratios[0].announced", equalTo(0.2f))
        .body("items[0].ratios[1].announced", nullValue())
        .body("items[2].lines", equalTo(0));
    Map<String, ?> of = Map.of("sector", Map.of("region", "94", "name", sector));
    make("/subsidy-lines", with(line(cluster, null, step("ANNOUNCED", null)), "beneficiary", of));
    get("/subsidy-lines/summary?compare=region:91,region:94&sector=" + sector)
        .body("items[0].ratios[0].reason", equalTo("DIVISOR_UNKNOWN"));
  }

  /** A line as the test itself understands it: amounts in cents, the day of each step. */
  private record Known(
      List<String> statuses,
      List<Integer> days,
      List<BigInteger> cents,
      List<String> origins,
      List<BigInteger> weights,
      int year,
      BigInteger paid) {

    private int reached(int day) {
      return (int) days.stream().filter(d -> d <= day).count();
    }

    boolean isCancelled(int day) {
      int n = reached(day);
      return n > 0 && statuses.get(n - 1).equals("CANCELLED");
    }

    boolean isUnknown(int day) {
      return !isCancelled(day) && cents.subList(0, reached(day)).stream().allMatch(c -> c == null);
    }

    /** The figure for a step, or null where it adds nothing. */
    BigInteger figure(int rank, int day) {
      if (isCancelled(day)) {
        return null;
      }
      for (int r = rank; r < FIRMER.size(); r++) {
        for (int i = reached(day) - 1; i >= 0; i--) {
          if (statuses.get(i).equals(FIRMER.get(r))) {
            int last = i;
            return IntStream.rangeClosed(0, i)
                .mapToObj(k -> cents.get(last - k))
                .filter(c -> c != null)
                .findFirst()
                .orElse(null);
          }
        }
      }
      return null;
    }

    /** Largest remainder, in whole numbers throughout. */
    List<BigInteger> split(BigInteger whole) {
      BigInteger all = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
      List<BigInteger> parts = new ArrayList<>();
      weights.forEach(w -> parts.add(whole.multiply(w).divide(all)));
      BigInteger missing = whole.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
      IntStream.range(0, parts.size())
          .boxed()
          .sorted(
              Comparator.comparing((Integer i) -> whole.multiply(weights.get(i)).mod(all))
                  .reversed()
                  .thenComparing(i -> i))
          .limit(missing.longValue())
          .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
      return parts;
    }
  }

  private static BigDecimal euros(BigInteger cents) {
    return new BigDecimal(cents, 2);
  }

  @Test
  void random_lines_sum_up_as_exact_arithmetic_says() throws Exception {
    long seed = System.nanoTime();
    System.out.println("random subsidy lines, seed " + seed);
    Random random = new Random(seed);
    List<Known> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(enter(random));
    }
    for (int day : List.of(5, 14, 28)) {
      List<Known> begun = all.stream().filter(k -> k.reached(day) > 0).toList();
      String on = "&on=2015-01-%02d".formatted(day);
      checkTotals(begun, items("?cluster={c}" + on, cluster).get(0), day, seed);
      for (JsonNode item : items("?by=fiscalYear&cluster={c}" + on, cluster)) {
        int year = item.get("fiscalYear").asInt();
        checkTotals(begun.stream().filter(k -> k.year() == year).toList(), item, day, seed);
      }
      Map<String, List<BigInteger>> byOrigin = byOrigin(begun, day);
      JsonNode origins = items("?by=origin&cluster={c}" + on, cluster);
      assertEquals(byOrigin.size(), origins.size(), "seed " + seed);
      for (JsonNode item : origins) {
        List<BigInteger> expected = byOrigin.get(item.get("origin").asText());
        for (int r = 0; r < SUMS.size(); r++) {
          assertEquals(
              euros(expected.get(r)), item.get(SUMS.get(r)).decimalValue(), item + " seed " + seed);
        }
      }
    }
  }

  private static void checkTotals(List<Known> lines, JsonNode item, int day, long seed) {
    for (int r = 0; r < SUMS.size(); r++) {
      int rank = r;
      BigInteger sum =
          lines.stream()
              .map(k -> rank == FIRMER.size() ? k.paid() : k.figure(rank, day))
              .filter(c -> c != null)
              .reduce(BigInteger.ZERO, BigInteger::add);
      assertEquals(euros(sum), item.get(SUMS.get(r)).decimalValue(), SUMS.get(r) + " seed " + seed);
    }
    assertEquals(lines.size(), item.get("lines").asInt(), "seed " + seed);
    assertEquals(
        lines.stream().filter(k -> k.isUnknown(day)).count(),
        item.get("linesWithoutAmount").asLong(),
        "seed " + seed);
  }

  private static Map<String, List<BigInteger>> byOrigin(List<Known> lines, int day) {
    Map<String, List<BigInteger>> sums = new TreeMap<>();
    for (Known line : lines) {
      for (int r = 0; r < SUMS.size(); r++) {
        BigInteger whole = r == FIRMER.size() ? line.paid() : line.figure(r, day);
        List<BigInteger> parts = line.split(whole == null ? BigInteger.ZERO : whole);
        for (int p = 0; p < parts.size(); p++) {
          boolean isThere =
              p < line.origins().size() - 1
                  || (line.weights().get(p).signum() > 0
                      && (!line.isUnknown(day)
                          || line.paid().signum() > 0
                          || line.origins().size() == 1));
          if (isThere) {
            List<BigInteger> sum =
                sums.computeIfAbsent(
                    line.origins().get(p),
                    o -> new ArrayList<>(java.util.Collections.nCopies(6, BigInteger.ZERO)));
            sum.set(r, sum.get(r).add(parts.get(p)));
          }
        }
      }
    }
    return sums;
  }

  /** Makes a line of up to four steps and three fundings, some of it unknown; maybe pays of it. */
  private Known enter(Random random) throws Exception {
    List<String> statuses = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    List<BigInteger> cents = new ArrayList<>();
    List<Map<String, Object>> steps = new ArrayList<>();
    int day = 1;
    for (int i = 0; i <= random.nextInt(4); i++) {
      day += random.nextInt(8);
      boolean cancels = i > 0 && random.nextInt(8) == 0;
      BigInteger amount =
          cancels || random.nextInt(4) == 0 ? null : BigInteger.valueOf(random.nextInt(10_000_000));
      String status = cancels ? "CANCELLED" : FIRMER.get(random.nextInt(5));
      String on = "2015-01-%02d".formatted(day);
      steps.add(amount == null ? step(status, on) : step(status, on, euros(amount)));
      statuses.add(status);
      days.add(day);
      cents.add(amount);
      if (cancels) {
        break;
      }
    }
    List<Map<String, Object>> fundings = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    List<BigInteger> weights = new ArrayList<>();
    int left = 100_000_000;
    for (int i = 0; i < random.nextInt(4); i++) {
      boolean rest = i == 2 && random.nextBoolean();
      int weight = rest ? left : 1 + random.nextInt(left / 3 + 1);
      left -= weight;
      origins.add(ORIGINS.get(random.nextInt(ORIGINS.size())));
      weights.add(BigInteger.valueOf(weight));
      Map<String, Object> funding = with(new LinkedHashMap<>(), "origin", origins.get(i));
      fundings.add(
          rest
              ? with(funding, "rest", true)
              : with(funding, "share", new BigDecimal(BigInteger.valueOf(weight), 6)));
    }
    origins.add("UNKNOWN");
    weights.add(BigInteger.valueOf(left));
    int year = 2014 + random.nextInt(3);
    Map<String, Object> body = line(cluster, null);
    with(body, "steps", steps, "fundings", fundings, "fiscalYear", year);
    String path = "/subsidy-lines/" + make("/subsidy-lines", body);
    BigInteger paid = BigInteger.ZERO;
    Known known = new Known(statuses, days, cents, origins, weights, year, paid);
    checkParts(path, known);
    if (random.nextInt(2) == 0) {
      BigInteger some = BigInteger.valueOf(1 + random.nextInt(1_000_000));
      int status =
          post(path + "/payments", payment("2015-01-01", euros(some))).extract().statusCode();
      paid = status == 201 ? some : paid;
    }
    return new Known(statuses, days, cents, origins, weights, year, paid);
  }

  private static void checkParts(String path, Known line) throws Exception {
    JsonNode told = Documents.MAPPER.readTree(get(path).extract().asString());
    BigInteger amount =
        line.cents().stream().filter(c -> c != null).reduce((a, b) -> b).orElse(null);
    assertEquals(amount == null, !told.has("amount"), told.toString());
    if (amount == null || line.origins().size() == 1) {
      assertEquals(0, told.get("parts").size());
      return;
    }
    List<BigDecimal> expected = new ArrayList<>();
    List<BigInteger> parts = line.split(amount);
    for (int i = 0; i < parts.size(); i++) {
      if (line.weights().get(i).signum() > 0) {
        expected.add(euros(parts.get(i)));
      }
    }
    List<BigDecimal> answered = new ArrayList<>();
    told.get("parts").forEach(part -> answered.add(part.at("/amount/amount").decimalValue()));
    assertEquals(expected, answered, told.toString());
    assertEquals(euros(amount), answered.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Test
  void amounts_of_fundings_weigh_as_they_were_entered_when_less_is_voted() {
    Map<String, Object> body =
        line(cluster, 300, step("REPORTED", "2015"), step("VOTED", "2016", 100));
    with(body, "fundings", List.of(Map.of("amount", money(200), "origin", "STATE")));
    make("/subsidy-lines", body);
    get("/subsidy-lines/summary?by=origin&cluster={c}", cluster)
        .body("items.origin", contains("STATE", "UNKNOWN"))
        .body("items.reported", contains(200.00f, 100.00f))
        .body("items.voted", contains(66.67f, 33.33f));
  }
}
