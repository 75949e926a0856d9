package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.grappe.testing.Effort;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of joins, leaves, mergers, takeovers, splits, spin-offs and successions, some
 * entered with a wrong day and corrected: nobody is lost and nobody doubled, what was previewed is
 * done, what is corrected answers as if it had been right at once, reversing everything gives the
 * first day's answers, and each instant's answers are found again afterwards.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RandomDivisionsTest {
  private static final List<String> DAYS =
      Effort.THOROUGH
          ? List.of("2010-06-01", "2012-01-01", "2026-01-01")
          : List.of("2010-06-01", "2026-01-01");
  private static final List<String> TOLD =
      List.of(
          "/clusters/%s?on=%s",
          "/clusters/%s/lineage?on=%s",
          "/memberships?cluster=%s&includePredecessors=true&status=active,ended&limit=200&on=%s");

  private Random random;
  private LocalDate day;
  private final List<String> alive = new ArrayList<>();
  private final List<String> wound = new ArrayList<>();
  private final List<String> everyone = new ArrayList<>();
  private final List<String> companies = new ArrayList<>();
  private final Deque<Done> done = new ArrayDeque<>();
  private final List<Known> known = new ArrayList<>();

  /** What was done, how it is undone, and what was answered of which clusters before it. */
  private record Done(String what, Runnable undo, List<String> clusters, String before) {}

  /** What was answered at an instant. */
  private record Known(Instant at, String path, String answer) {}

  static long[] seeds() {
    long own = Long.getLong("seed", System.nanoTime());
    System.out.println("random divisions: seed " + own);
    return LongStream.range(own, own + Integer.getInteger("seeds", Effort.of(2, 1))).toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_is_lost_nobody_doubled_and_all_can_be_undone(long seed) {
    random = new Random(seed);
    enterTheFirstDay();
    day = LocalDate.of(2010, 1, 1);
    for (int i = 0; i < Integer.getInteger("acts", Effort.of(7, 5)); i++) {
      day = day.plusDays(40 + random.nextInt(180));
      act(i < 2 ? 3 + i : random.nextInt(8));
      look();
    }
    while (!done.isEmpty()) {
      Done last = done.pop();
      last.undo.run();
      assertEquals(last.before, seen(last.clusters), "seed " + seed + ", " + last.what);
    }
    for (Known then : known) {
      String path = then.path + "&knownAt=" + then.at;
      String now = Seen.at(List.of(path)).replace(path, then.path);
      assertEquals(then.answer, now, "seed " + seed + ", " + path);
    }
  }

  private void enterTheFirstDay() {
    for (int i = 0; i < 9; i++) {
      everyone.add(make("/organisations", anOrganisation()));
    }
    companies.addAll(everyone);
    for (int i = 0; i < 5; i++) {
      String cluster = founded();
      String college = make("/clusters/" + cluster + "/colleges", Map.of("name", "C" + i % 2));
      make("/clusters/" + cluster + "/offices", Map.of("city", "City " + i, "openedOn", "2006"));
      make("/events", with(anEvent(cluster), "name", "Event " + i, "startsOn", "2030-01-01"));
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

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void act(int what) {
    if (what == 0 && alive.size() > 1) {
      String one = taken(alive);
      String other = taken(alive);
      alive.add(one);
      Map<String, String> before = since(day.minusDays(1), List.of(one, other));
      merge(Map.of("parties", List.of(one, other), "result", one), null);
      assertEquals(before, since(day, List.of(one)), "members and since when, " + day);
    } else if (what == 1 && !wound.isEmpty()) {
      String taker = any(alive);
      List<String> parties = List.of(taken(wound), taker);
      merge(Map.of("kind", "TAKEOVER", "parties", parties, "result", taker), "ALL");
    } else if (what == 4) {
      succeed();
    } else if (what == 5) {
      enter();
    } else if (what == 6) {
      leave();
    } else {
      divide(what == 2);
    }
  }

  /** A company joins a cluster where it is none of the members. */
  private void enter() {
    String cluster = any(alive);
    String company = any(companies);
    if (since(day, List.of(cluster)).containsKey(company)) {
      return;
    }
    String before = seen(clusters());
    String member =
        make("/memberships", with(aMembership(cluster, company), "from", day.toString()));
    did("a join", () -> delete("/memberships/" + member).statusCode(204), clusters(), before);
  }

  private void leave() {
    List<Map<String, Object>> members = list(any(alive), day.minusDays(1));
    if (members.isEmpty()) {
      return;
    }
    String path = "/memberships/" + any(members).get("id");
    String before = seen(clusters());
    patch(path, Map.of("until", day.toString(), "endReason", "RESIGNED")).statusCode(200);
    Map<String, Object> back = new HashMap<>();
    back.put("until", null);
    back.put("endReason", null);
    did("a leave", () -> patch(path, back).statusCode(200), clusters(), before);
  }

  /** A company becomes another, and is no company any more. */
  private void succeed() {
    String former = taken(companies);
    String successor = any(companies);
    String before = seen(clusters());
    boolean carries = random.nextInt(4) > 0;
    Map<String, Map<String, String>> members = new TreeMap<>();
    alive.forEach(one -> members.put(one, since(day.minusDays(1), List.of(one))));
    Map<String, Object> body = new HashMap<>();
    with(body, "successor", successor, "on", day.toString(), "kind", "ABSORBED");
    String path = "/organisations/" + former + "/succession";
    post(path, with(body, "memberships", carries ? "CARRY" : "END")).statusCode(200);
    members.forEach(
        (cluster, expected) -> {
          String since = expected.remove(former);
          if (since != null && carries) {
            expected.merge(
                successor, since, (one, other) -> one.compareTo(other) < 0 ? one : other);
          }
          assertEquals(expected, since(day, List.of(cluster)), "members after " + path);
        });
    did(path, () -> reverse(path), clusters(), before);
  }

  private void merge(Map<String, Object> body, String carried) {
    String path = "/mergers/" + make("/mergers", body);
    Map<String, Object> terms = new HashMap<>(Map.of("unmappedColleges", "CONTINUE_WITHOUT"));
    if (carried != null) {
      terms.put("carried", carried);
    }
    complete(
        path, "unmappedColleges=continue-without" + (carried == null ? "" : "&carried=all"), terms);
  }

  private void divide(boolean splits) {
    String source = splits ? taken(alive) : any(alive);
    List<String> results = new ArrayList<>();
    results.add(make("/clusters", with(aCluster(), "announcedOn", "2009")));
    results.add(
        random.nextBoolean() && !alive.isEmpty() && !alive.get(0).equals(source)
            ? alive.get(0)
            : make("/clusters", with(aCluster(), "announcedOn", "2009")));
    List<Map<String, Object>> assignments = new ArrayList<>();
    List<String> all = new ArrayList<>(results);
    all.add(source);
    Map<String, String> before = since(day.minusDays(1), all);
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
        new HashMap<>());
    results.stream().filter(result -> !alive.contains(result)).forEach(alive::add);
    Map<String, String> after = since(day, all);
    Set<String> staying = since(day.minusDays(1), results).keySet();
    leaving.stream().filter(company -> !staying.contains(company)).forEach(before::remove);
    leaving.forEach(company -> after.computeIfPresent(company, (id, since) -> before.get(id)));
    assertEquals(before, after, "members and since when, " + day);
  }

  private List<String> clusters() {
    List<String> all = new ArrayList<>(alive);
    all.addAll(wound);
    return all;
  }

  /** Rightly at once, or with another day that is corrected: both answer the same. */
  private void complete(String path, String query, Map<String, Object> terms) {
    List<String> clusters = clusters();
    String before = seen(clusters);
    with(terms, "withoutBallots", true, "reason", "a test");
    complete(path, query, terms, day);
    if (random.nextInt(3) == 0) {
      String right = seen(clusters);
      reverse(path);
      assertEquals(before, seen(clusters), path);
      LocalDate wrong = day.plusDays(random.nextInt(60) - 30L);
      if (!wrong.equals(day)) {
        complete(path, query, terms, wrong);
        post(path + "/correction", Map.of("effectiveOn", day.toString(), "reason", "a test"))
            .body("obstacles", org.hamcrest.Matchers.nullValue())
            .statusCode(200);
      } else {
        complete(path, query, terms, day);
      }
      assertEquals(right, seen(clusters), path + " from " + wrong + " to " + day);
    }
    did(path, () -> reverse(path), clusters, before);
  }

  private static void complete(
      String path, String query, Map<String, Object> terms, LocalDate effectiveOn) {
    Map<String, Object> previewed =
        admin()
            .get(path + "/preview?effectiveOn=" + effectiveOn + "&" + query)
            .then()
            .statusCode(200)
            .extract()
            .path("");
    previewed.put("obstacles", List.of());
    Map<String, Object> outcome =
        post(path + "/completion", with(terms, "effectiveOn", effectiveOn.toString()))
            .body("obstacles", org.hamcrest.Matchers.hasSize(0))
            .statusCode(200)
            .extract()
            .path("");
    assertEquals(previewed, outcome);
  }

  private static void reverse(String path) {
    post(path + "/reversal", Map.of("reason", "a test"))
        .body("obstacles", org.hamcrest.Matchers.nullValue())
        .statusCode(200);
  }

  private void did(String what, Runnable undo, List<String> clusters, String before) {
    done.push(new Done(what, undo, clusters, before));
  }

  /** Keeps some of what is answered now. */
  private void look() {
    Instant at = Instant.now();
    for (String told : TOLD) {
      String path = told.formatted(any(alive), any(DAYS));
      known.add(new Known(at, path, Seen.at(List.of(path))));
    }
  }

  private static List<Map<String, Object>> list(String cluster, LocalDate on) {
    return get("/memberships?limit=200&cluster=" + cluster + "&on=" + on).extract().path("items");
  }

  private static String company(Map<String, Object> member) {
    return (String) ((Map<?, ?>) member.get("organisation")).get("id");
  }

  /** Who is a member of some clusters, each of a cluster once, and since when. */
  private static Map<String, String> since(LocalDate on, List<String> clusters) {
    Map<String, String> all = new TreeMap<>();
    for (String cluster : clusters) {
      List<Map<String, Object>> members = list(cluster, on);
      members.forEach(
          member ->
              all.merge(
                  company(member),
                  (String) member.get("memberSince"),
                  (one, other) -> one.compareTo(other) < 0 ? one : other));
      assertEquals(
          members.size(),
          members.stream().map(RandomDivisionsTest::company).distinct().count(),
          "twice in " + cluster);
    }
    return all;
  }

  /** Plans of mergers stay. */
  private String seen(List<String> clusters) {
    List<String> organisations =
        everyone.stream().map(one -> "/organisations/" + one + "/memberships").toList();
    return Seen.of(clusters, DAYS).replaceAll("(?m)^/mergers.*$", "") + Seen.at(organisations);
  }
}
