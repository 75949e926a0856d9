package org.grappe.merger;

import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.grappe.testing.Effort;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Random stories of members and mergers, told twice: rightly from the beginning, and with days that
 * are wrong and members that are forgotten, which are put right afterwards. Both answer the same;
 * and once all mergers are reversed, everything answers what it did before them.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RandomCorrectionsTest {
  private static final LocalDate FIRST_MERGER = LocalDate.of(2012, 1, 1);
  private static final List<String> DAYS =
      List.of("2011-06-01", "2012-06-01", "2013-06-01", "2026-01-01");

  @Test
  void what_is_put_right_answers_what_the_right_story_does() {
    long own = System.nanoTime();
    System.out.println("random corrections: seed " + own);
    long[] told =
        LongStream.concat(
                LongStream.of(3, 20_150_209), LongStream.range(own, own + Effort.of(2, 1)))
            .map(this::tell)
            .toArray();
    assertTrue(LongStream.of(told).sum() > 0, "no correction was possible in any story");
  }

  /** One story, told twice; answers how many days were corrected. */
  private long tell(long seed) {
    Story right = new Story(seed);
    Telling first = new Telling(right, false);
    List<Union> unions = first.merge(right.plan);
    Telling second = new Telling(right, true);
    String before = second.seen();
    List<Union> wrong = second.merge(second.slipped(unions, new Random(seed)));
    assertEquals(unions.size(), wrong.size(), "seed " + seed);
    long corrected = 0;
    boolean isRefused = false;
    for (int i = 0; i < unions.size(); i++) {
      LocalDate day = unions.get(i).day;
      if (!wrong.get(i).day.equals(day)) {
        int status = second.act(i, "correction", Map.of("effectiveOn", day.toString()));
        assertTrue(status == 200 || status == 409, "seed " + seed + ": " + status);
        corrected += status == 200 ? 1 : 0;
        isRefused |= status == 409;
      }
    }
    second.enterForgotten();
    if (!isRefused) {
      assertEquals(first.seen(), second.seen(), "seed " + seed);
    }
    for (int i = unions.size() - 1; i >= 0; i--) {
      assertEquals(200, second.act(i, "reversal", Map.of("reason", "a test")), "seed " + seed);
      first.act(i, "reversal", Map.of("reason", "a test"));
    }
    assertEquals(first.seen(), second.seen(), "reversed, seed " + seed);
    if (right.forgotten.isEmpty()) {
      assertEquals(withoutMergers(before), withoutMergers(second.seen()), "before, seed " + seed);
    }
    return corrected;
  }

  /** Plans of mergers stay. */
  private static String withoutMergers(String seen) {
    return seen.replaceAll("(?m)^/mergers.*$", "");
  }

  /** Clusters by their number that become one. */
  private record Union(List<Integer> parties, int result, LocalDate day) {}

  /** A member: which company of which cluster, and when. */
  private record Member(int company, int cluster, LocalDate from, LocalDate until) {}

  /** What happens. */
  private static final class Story {
    private static final int CLUSTERS = 5;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> forgotten = new ArrayList<>();
    private final List<Union> plan = new ArrayList<>();
    private final List<LocalDate> events = new ArrayList<>();
    private final List<LocalDate> mandates = new ArrayList<>();

    Story(long seed) {
      Random random = new Random(seed);
      for (int company = 0; company < 8; company++) {
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
          if (random.nextInt(3) == 0) {
            LocalDate from = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(4000));
            LocalDate until =
                random.nextInt(4) > 0 ? null : from.plusDays(30 + random.nextInt(5000));
            members.add(new Member(company, cluster, from, until));
          }
        }
      }
      int forgetful = random.nextInt(2) * 2;
      for (int company = 8; company < 8 + forgetful; company++) {
        LocalDate from = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(1000));
        forgotten.add(new Member(company, random.nextInt(CLUSTERS), from, null));
      }
      for (int cluster = 0; cluster < CLUSTERS; cluster++) {
        events.add(FIRST_MERGER.plusDays(random.nextInt(600)));
        mandates.add(random.nextBoolean() ? null : FIRST_MERGER.plusDays(random.nextInt(600)));
      }
      List<Integer> alive = new ArrayList<>(List.of(0, 1, 2, 3, 4));
      LocalDate day = FIRST_MERGER;
      for (int i = 0; i < 3; i++) {
        day = day.plusDays(60 + random.nextInt(200));
        int one = alive.remove(random.nextInt(alive.size()));
        int other = alive.remove(random.nextInt(alive.size()));
        int result = random.nextBoolean() ? one : CLUSTERS + i;
        alive.add(result);
        plan.add(new Union(List.of(one, other), result, day));
      }
    }
  }

  /** A story as it is told: everything under names that have a tag. */
  private static final class Telling {
    private final String tag = unique("t");
    private final Map<Integer, String> clusters = new HashMap<>();
    private final Map<Integer, String> companies = new HashMap<>();
    private final List<String> mergers = new ArrayList<>();
    private final Story story;

    Telling(Story story, boolean forgets) {
      this.story = story;
      for (int i = 0; i < Story.CLUSTERS + story.plan.size(); i++) {
        cluster(i);
      }
      for (int i = 0; i < Story.CLUSTERS; i++) {
        String cluster = clusters.get(i);
        make("/clusters/" + cluster + "/offices", Map.of("city", "City " + i, "openedOn", "2006"));
        Map<String, Object> mandate = new HashMap<>();
        with(mandate, "role", "PRESIDENT", "from", "2005");
        if (story.mandates.get(i) != null) {
          mandate.put("until", story.mandates.get(i).toString());
        }
        make("/clusters/" + cluster + "/mandates", mandate);
        String day = story.events.get(i).toString();
        make("/events", with(anEvent(cluster), "name", "Event " + i, "startsOn", day));
      }
      story.members.forEach(this::enter);
      if (!forgets) {
        enterForgotten();
      }
    }

    void enterForgotten() {
      story.forgotten.forEach(this::enter);
    }

    private void enter(Member member) {
      Map<String, Object> body = aMembership(cluster(member.cluster), company(member.company));
      with(body, "from", member.from.toString());
      if (member.until != null) {
        with(body, "until", member.until.toString(), "endReason", "RESIGNED");
      }
      make("/memberships", body);
    }

    private String cluster(int number) {
      return clusters.computeIfAbsent(
          number,
          n ->
              make(
                  "/clusters",
                  Map.of(
                      "slug",
                      "c" + n + "-" + tag,
                      "name",
                      "Cluster " + n + tag,
                      "region",
                      "76",
                      n < Story.CLUSTERS ? "foundedOn" : "announcedOn",
                      "1999")));
    }

    private String company(int number) {
      return companies.computeIfAbsent(
          number,
          n -> make("/organisations", Map.of("name", "Company " + n + tag, "kind", "COMPANY")));
    }

    /** Those days slip that can. */
    List<Union> slipped(List<Union> right, Random random) {
      return right.stream()
          .map(
              union ->
                  new Union(
                      union.parties, union.result, union.day.plusDays(random.nextInt(50) - 25L)))
          .toList();
    }

    /** Carries out those that are possible, on the day that is told or else on the next that is. */
    List<Union> merge(List<Union> unions) {
      List<Union> done = new ArrayList<>();
      for (Union union : unions) {
        List<String> parties = union.parties.stream().map(this::cluster).toList();
        String merger =
            make("/mergers", Map.of("parties", parties, "result", cluster(union.result)));
        mergers.add(merger);
        LocalDate day = union.day;
        while (complete(merger, day) != 200) {
          day = day.plusDays(1);
          assertTrue(day.isBefore(LocalDate.of(2020, 1, 1)), "never possible");
        }
        done.add(new Union(union.parties, union.result, day));
      }
      return done;
    }

    private static int complete(String merger, LocalDate day) {
      return takeEffect("/mergers/" + merger, day.toString()).extract().statusCode();
    }

    int act(int union, String what, Map<String, Object> body) {
      return post("/mergers/" + mergers.get(union) + "/" + what, body).extract().statusCode();
    }

    /** What is answered, without the tag. */
    String seen() {
      String all =
          Seen.of(List.copyOf(new java.util.TreeMap<>(clusters).values()), DAYS).replace(tag, "");
      for (Map.Entry<Integer, String> one : clusters.entrySet()) {
        all = all.replace(one.getValue(), "cluster " + one.getKey());
      }
      return all;
    }
  }
}
