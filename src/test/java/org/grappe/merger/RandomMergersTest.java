package org.grappe.merger;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever happens: random histories of joins, leaves and mergers. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RandomMergersTest {
  private Random random;
  private LocalDate day;
  private final List<String> alive = new ArrayList<>();
  private final List<String> all = new ArrayList<>();
  private final List<String> companies = new ArrayList<>();

  static long[] seeds() {
    long own = System.nanoTime();
    System.out.println("random mergers: seed " + own);
    return new long[] {1, 20_150_605, own};
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_is_lost_nobody_doubled_and_nobody_younger(long seed) {
    random = new Random(seed);
    day = LocalDate.of(2000, 1, 1);
    for (int i = 0; i < 7; i++) {
      found();
    }
    for (int i = 0; i < 12; i++) {
      companies.add(make("/organisations", anOrganisation()));
    }
    for (int i = 0; i < 70; i++) {
      day = day.plusDays(1 + random.nextInt(60));
      int what = random.nextInt(10);
      if (what < 6) {
        join();
      } else if (what < 8) {
        leave();
      } else if (alive.size() > 2) {
        merge();
      }
    }
    while (alive.size() > 1) {
      day = day.plusDays(30);
      merge();
    }
    companies.forEach(this::tellsItsStoryWithoutOverlap);
    noCircle();
  }

  private String found() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", day.toString()));
    alive.add(cluster);
    all.add(cluster);
    return cluster;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void join() {
    int status =
        post("/memberships", with(aMembership(any(alive), any(companies)), "from", day.toString()))
            .extract()
            .statusCode();
    assertTrue(status == 201 || status == 409, "join " + status);
  }

  private void leave() {
    List<Map<String, Object>> members =
        get("/memberships?cluster=" + any(alive) + "&on=" + day.minusDays(1))
            .extract()
            .path("items");
    if (!members.isEmpty()) {
      // some leave today, some have said already that they will
      String until = day.plusDays(random.nextInt(3) * 45L).toString();
      patch(
              "/memberships/" + any(members).get("id"),
              Map.of("until", until, "endReason", "RESIGNED"))
          .statusCode(200);
    }
  }

  private void merge() {
    String first = any(alive);
    List<String> parties = new ArrayList<>(List.of(first));
    alive.stream()
        .filter(one -> !one.equals(first))
        .limit(1 + random.nextInt(2))
        .forEach(parties::add);
    boolean absorbs = random.nextBoolean();
    String result = absorbs ? first : make("/clusters", with(aCluster(), "announcedOn", "1999"));
    String merger = make("/mergers", Map.of("parties", parties, "result", result));
    Map<String, LocalDate> since = since(parties, day.minusDays(1));
    Set<String> before = since(parties, day.minusDays(1)).keySet();
    before = new HashSet<>(before);
    before.removeIf(company -> leavesToday(parties, company));
    ExtractableResponse<Response> preview =
        admin().get("/mergers/" + merger + "/preview?effectiveOn=" + day).then().extract();
    if (random.nextInt(4) == 0) {
      completed(merger, preview);
      post("/mergers/" + merger + "/reversal", Map.of("reason", "a test")).statusCode(200);
      assertEquals(since, since(parties, day.minusDays(1)));
    }
    completed(merger, preview);
    parties.stream().filter(party -> !party.equals(result)).forEach(alive::remove);
    if (!absorbs) {
      alive.add(result);
      all.add(result);
    }
    Map<String, LocalDate> after = since(List.of(result), day);
    assertEquals(before, after.keySet(), "members just before and just after " + day);
    for (String company : before) {
      assertTrue(
          !after.get(company).isAfter(since.get(company)),
          company + " since " + since.get(company) + ", then since " + after.get(company));
    }
  }

  /** Whether its memberships end on the day by themselves. */
  private boolean leavesToday(List<String> parties, String company) {
    return parties.stream()
        .flatMap(
            party -> {
              List<Map<String, Object>> members =
                  get(
                          "/memberships?cluster={c}&organisation={o}&on={d}",
                          party,
                          company,
                          day.minusDays(1).toString())
                      .extract()
                      .path("items");
              return members.stream();
            })
        .allMatch(member -> day.toString().equals(member.get("until")));
  }

  private void completed(String merger, ExtractableResponse<Response> preview) {
    Map<String, Object> body = new HashMap<>();
    body.put("effectiveOn", day.toString());
    body.put("withoutBallots", true);
    body.put("reason", "a test");
    Map<String, Object> done =
        post("/mergers/" + merger + "/completion", body).statusCode(200).extract().path("");
    Map<String, Object> seen = new HashMap<>(preview.path(""));
    seen.put("obstacles", List.of());
    assertEquals(seen, done);
  }

  /** Who belongs to one of these clusters on a day, and since when at the earliest. */
  private static Map<String, LocalDate> since(List<String> clusters, LocalDate on) {
    Map<String, LocalDate> since = new TreeMap<>();
    for (String cluster : clusters) {
      List<Map<String, Object>> members =
          get("/memberships?limit=200&cluster=" + cluster + "&on=" + on).extract().path("items");
      for (Map<String, Object> member : members) {
        since.merge(
            (String) ((Map<?, ?>) member.get("organisation")).get("id"),
            LocalDate.parse((String) member.get("memberSince")),
            (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return since;
  }

  /** In each cluster, memberships of one company follow each other. */
  private void tellsItsStoryWithoutOverlap(String company) {
    List<Map<String, Object>> story =
        get("/organisations/" + company + "/memberships?limit=200").extract().path("items");
    Map<Object, String> ended = new HashMap<>();
    for (Map<String, Object> membership : story) {
      Object cluster = ((Map<?, ?>) membership.get("cluster")).get("id");
      String before = ended.getOrDefault(cluster, "");
      assertTrue(before.compareTo((String) membership.get("from")) <= 0, company + " " + story);
      ended.put(cluster, (String) membership.getOrDefault("until", "9999"));
    }
  }

  private void noCircle() {
    for (String cluster : all) {
      Set<String> passed = new HashSet<>();
      String at = cluster;
      while (at != null) {
        assertTrue(passed.add(at), "a circle at " + at);
        at = get("/clusters/" + at).extract().path("followedBy.id");
      }
    }
  }
}
