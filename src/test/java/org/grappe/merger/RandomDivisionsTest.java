package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of mergers, takeovers, splits and spin-offs: nobody is lost and nobody doubled,
 * what was previewed is done, and reversing everything gives the first day's answers.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RandomDivisionsTest {
  private static final List<String> DAYS = List.of("2010-06-01", "2012-01-01", "2026-01-01");

  private Random random;
  private LocalDate day;
  private final List<String> alive = new ArrayList<>();
  private final List<String> wound = new ArrayList<>();
  private final Deque<Done> done = new ArrayDeque<>();

  /** What was done, and what was answered of which clusters before it. */
  private record Done(String path, List<String> clusters, String before) {}

  static long[] seeds() {
    long own = System.nanoTime();
    System.out.println("random divisions: seed " + own);
    return new long[] {7, own};
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_is_lost_nobody_doubled_and_all_can_be_undone(long seed) {
    random = new Random(seed);
    List<String> companies = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      companies.add(make("/organisations", anOrganisation()));
    }
    for (int i = 0; i < 5; i++) {
      String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
      String college = make("/clusters/" + cluster + "/colleges", Map.of("name", "C" + i % 2));
      companies.stream()
          .filter(company -> random.nextInt(2) == 0)
          .forEach(company -> join(cluster, company, college));
      if (i == 4) {
        post("/clusters/" + cluster + "/dissolution", Map.of("on", "2009-01-01")).statusCode(200);
        wound.add(cluster);
      } else {
        alive.add(cluster);
      }
    }
    day = LocalDate.of(2010, 1, 1);
    for (int i = 0; i < 6; i++) {
      day = day.plusDays(20 + random.nextInt(200));
      act(random.nextInt(4));
    }
    while (!done.isEmpty()) {
      Done last = done.pop();
      post(last.path + "/reversal", Map.of("reason", "a test"))
          .body("obstacles", org.hamcrest.Matchers.nullValue())
          .statusCode(200);
      assertEquals(last.before, seen(last.clusters), "seed " + seed + ", " + last.path);
    }
  }

  private void join(String cluster, String company, String college) {
    Map<String, Object> member = with(aMembership(cluster, company), "from", "2001-01-01");
    if (random.nextBoolean()) {
      member.put("college", college);
    }
    make("/memberships", member);
  }

  private <T> T taken(List<T> list) {
    return list.remove(random.nextInt(list.size()));
  }

  private void act(int what) {
    if (what == 0 && alive.size() > 1) {
      String one = taken(alive);
      String other = taken(alive);
      alive.add(one);
      merge(Map.of("parties", List.of(one, other), "result", one), null);
    } else if (what == 1 && !wound.isEmpty()) {
      String taker = alive.get(random.nextInt(alive.size()));
      List<String> parties = List.of(taken(wound), taker);
      merge(Map.of("kind", "TAKEOVER", "parties", parties, "result", taker), "ALL");
    } else {
      divide(what == 2);
    }
  }

  private void merge(Map<String, Object> body, String carried) {
    String path = "/mergers/" + make("/mergers", body);
    Map<String, Object> terms = new HashMap<>(completion());
    terms.put("unmappedColleges", "CONTINUE_WITHOUT");
    if (carried != null) {
      terms.put("carried", carried);
    }
    complete(
        path, "unmappedColleges=continue-without" + (carried == null ? "" : "&carried=all"), terms);
  }

  private void divide(boolean splits) {
    String source = splits ? taken(alive) : alive.get(random.nextInt(alive.size()));
    List<String> results = new ArrayList<>();
    results.add(make("/clusters", with(aCluster(), "announcedOn", "2009")));
    results.add(
        random.nextBoolean() && !alive.isEmpty() && !alive.get(0).equals(source)
            ? alive.get(0)
            : make("/clusters", with(aCluster(), "announcedOn", "2009")));
    List<Map<String, Object>> assignments = new ArrayList<>();
    Set<String> before = members(day.minusDays(1), source, results);
    Set<String> leaving = new TreeSet<>();
    for (Map<String, Object> member : list(source, day.minusDays(1))) {
      int where = random.nextInt(4);
      if (where < 3) {
        String to = where == 2 ? "LEAVES" : results.get(where);
        assignments.add(Map.of("membership", member.get("id"), "to", to));
        if (where == 2) {
          leaving.add(company(member));
        }
      }
    }
    if (splits) {
      assignments.add(Map.of("rest", true, "to", results.get(1)));
    }
    Map<String, Object> body = new HashMap<>();
    with(body, "cluster", source, "kind", splits ? "SPLIT" : "SPIN_OFF", "results", results);
    complete(
        "/divisions/" + make("/divisions", with(body, "assignments", assignments)),
        "",
        completion());
    results.stream().filter(result -> !alive.contains(result)).forEach(alive::add);
    Set<String> after = members(day, source, results);
    leaving.removeAll(members(day.minusDays(1), results.get(0), results));
    before.removeAll(leaving);
    assertEquals(before, after, "members just before and just after " + day);
  }

  private Map<String, Object> completion() {
    return Map.of("effectiveOn", day.toString(), "withoutBallots", true, "reason", "a test");
  }

  private void complete(String path, String query, Map<String, Object> terms) {
    List<String> clusters = new ArrayList<>(alive);
    clusters.addAll(wound);
    String before = seen(clusters);
    Map<String, Object> previewed =
        admin()
            .get(path + "/preview?effectiveOn=" + day + "&" + query)
            .then()
            .statusCode(200)
            .extract()
            .path("");
    previewed.put("obstacles", List.of());
    Map<String, Object> outcome =
        post(path + "/completion", terms)
            .body("obstacles", org.hamcrest.Matchers.hasSize(0))
            .statusCode(200)
            .extract()
            .path("");
    assertEquals(previewed, outcome);
    done.push(new Done(path, clusters, before));
  }

  private static List<Map<String, Object>> list(String cluster, LocalDate on) {
    return get("/memberships?limit=200&cluster=" + cluster + "&on=" + on).extract().path("items");
  }

  private static String company(Map<String, Object> member) {
    return (String) ((Map<?, ?>) member.get("organisation")).get("id");
  }

  private static Set<String> members(LocalDate on, String source, List<String> results) {
    Set<String> companies = new TreeSet<>();
    List<String> clusters = new ArrayList<>(results);
    clusters.add(source);
    clusters.forEach(
        cluster -> list(cluster, on).forEach(member -> companies.add(company(member))));
    return companies;
  }

  /** Plans of mergers stay. */
  private static String seen(List<String> clusters) {
    return Seen.of(clusters, DAYS).replaceAll("(?m)^/mergers.*$", "");
  }
}
