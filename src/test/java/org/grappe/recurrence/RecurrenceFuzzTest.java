package org.grappe.recurrence;

import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grappe.testing.Api;
import org.grappe.testing.Effort;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule that RFC 5545 lets one write, and every other, is taken or refused at its pointer. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RecurrenceFuzzTest {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final List<String> ODD =
      List.of(
          "",
          "0",
          "-0",
          "+1",
          "99",
          "-99",
          "1,,2",
          "MO",
          "é",
          "9999999999",
          "1.5",
          ";",
          "=",
          "\u200B");
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 14);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=WEEKLY;BYMONTH=2;BYSETPOS=7",
        "FREQ=MONTHLY;INTERVAL=5877;BYDAY=SU,-34SA;BYSETPOS=183;WKST=SU",
        "FREQ=YEARLY;BYYEARDAY=-366,259;BYDAY=39MO,FR,MO,-2MO",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=1",
        "RRULE:",
        ""
      })
  void a_rule_that_never_comes_true_is_refused_at_its_pointer(String rule) {
    Response answer = entered(Api.make("/clusters", aCluster()), rule);
    assertEquals(422, answer.statusCode(), answer.asString());
    assertEquals(List.of("/recurrence"), answer.path("errors.pointer"), answer.asString());
  }

  @Test
  void no_rule_breaks_the_service() {
    long seed = System.nanoTime();
    System.out.println("seed of the rules: " + seed);
    Random random = new Random(seed);
    String cluster = Api.make("/clusters", aCluster());
    for (int i = 0; i < Effort.of(150, 50); i++) {
      String rule = random(random, true);
      Response answer = entered(cluster, rule);
      boolean told =
          answer.statusCode() == 201
              || (answer.statusCode() == 422
                  && List.of("/recurrence").equals(answer.path("errors.pointer")));
      assertTrue(told, rule + " of seed " + seed + ": " + answer.asString());
    }
  }

  @Test
  void days_are_bounded_and_in_order_whatever_the_rule() {
    long seed = System.nanoTime();
    System.out.println("seed of the days: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < Effort.of(20_000, 5_000); i++) {
      String text = random(random, false);
      Optional<Recurrence> read = parsed(text);
      if (read.isEmpty()) {
        continue;
      }
      Recurrence rule = read.get();
      List<LocalDate> days =
          rule.from(FIRST, null, ZoneId.of("Europe/Paris"))
              .until(FIRST.plusYears(30), 500, Set.of());
      assertTrue(days.size() <= 500, text);
      assertEquals(days.stream().sorted().distinct().toList(), days, text);
      assertEquals(rule, Recurrence.parse(rule.toString()), text);
    }
  }

  private static Optional<Recurrence> parsed(String text) {
    try {
      return Optional.of(Recurrence.parse(text));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static Response entered(String cluster, String rule) {
    return post("/events", with(anEvent(cluster), "startsOn", FIRST.toString(), "recurrence", rule))
        .extract()
        .response();
  }

  private static String random(Random random, boolean odd) {
    List<String> parts = new ArrayList<>();
    String frequency = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").get(random.nextInt(4));
    parts.add("FREQ=" + (odd && random.nextInt(20) == 0 ? "HOURLY" : frequency));
    for (int i = random.nextInt(5); i > 0; i--) {
      parts.add(part(random, odd));
    }
    return String.join(";", parts);
  }

  private static String part(Random random, boolean odd) {
    String value = odd && random.nextInt(8) == 0 ? ODD.get(random.nextInt(ODD.size())) : null;
    int kind = random.nextInt(odd ? 12 : 10);
    String usual =
        switch (kind) {
          case 0 -> "" + (1 + random.nextInt(random.nextBoolean() ? 3 : 9999));
          case 1 -> "" + (1 + random.nextInt(1_000_000));
          case 2 -> FIRST.plusDays(random.nextInt(9999)).toString().replace("-", "");
          case 3 -> numbers(random, 12, false);
          case 4 -> numbers(random, 53, true);
          case 5 -> numbers(random, 366, true);
          case 6 -> numbers(random, 31, true);
          case 7 -> weekdays(random);
          case 8 -> numbers(random, random.nextBoolean() ? 5 : 366, true);
          case 9 -> DAYS.get(random.nextInt(7));
          default -> numbers(random, 23, false);
        };
    String name =
        List.of(
                "INTERVAL",
                "COUNT",
                "UNTIL",
                "BYMONTH",
                "BYWEEKNO",
                "BYYEARDAY",
                "BYMONTHDAY",
                "BYDAY",
                "BYSETPOS",
                "WKST",
                "BYHOUR",
                "X-PART")
            .get(kind);
    return name + "=" + (value == null ? usual : value);
  }

  private static String numbers(Random random, int most, boolean fromTheEnd) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .map(i -> 1 + random.nextInt(most))
        .map(number -> fromTheEnd && random.nextInt(3) == 0 ? -number : number)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }

  private static String weekdays(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(
            i ->
                (random.nextInt(3) == 0 ? "" + (random.nextInt(53) + 1) : "")
                    + DAYS.get(random.nextInt(7)))
        .collect(Collectors.joining(","));
  }
}
