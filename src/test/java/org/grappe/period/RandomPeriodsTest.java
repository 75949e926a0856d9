package org.grappe.period;

import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.grappe.testing.Api;
import org.grappe.testing.Effort;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Whatever is entered, put right and taken back: each day is told as a simple model tells it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RandomPeriodsTest {
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void each_day_is_told_as_it_was_entered_and_put_right() {
    String said = "seed " + seed;
    for (int i = 0; i < Effort.of(20, 3); i++) {
      PeriodModel model = new PeriodModel(LocalDate.now(ZoneId.of("Europe/Paris")));
      PeriodModel.FIELDS.forEach(field -> model.first.put(field, field + " at first"));
      Map<String, Object> body = aCluster();
      model.first.forEach(body::put);
      String path = "/clusters/" + make("/clusters", with(body));
      for (int n = 0; n < Effort.of(60, 30); n++) {
        act(path, model, said);
        check(path, model, said);
      }
    }
  }

  private void act(String path, PeriodModel model, String said) {
    List<String> ids = texts(OpenApi.json(get(path).extract().asString()), "id");
    List<LocalDate> days = new ArrayList<>(model.said.keySet());
    int at = random.nextInt(ids.size());
    switch (random.nextInt(days.size() > 8 ? 8 : 6)) {
      case 0, 1, 2 -> {
        LocalDate day = PeriodModel.day(random);
        Map<String, String> values = PeriodModel.values(random, true);
        Map<String, Object> sent = new HashMap<>(values);
        sent.put("on", day.toString());
        int status = post(path + "/transitions", sent).extract().statusCode();
        assertEquals(model.enter(day, values) ? 200 : 422, status, said + " " + sent);
      }
      case 3 -> {
        Map<String, String> values = PeriodModel.values(random, true);
        patch(path, values).statusCode(200);
        model.correctToday(values);
      }
      case 4 -> {
        Map<String, String> values = PeriodModel.values(random, true);
        int status =
            patch(path + "/periods/" + ids.get(at), values, etag(path)).extract().statusCode();
        if (at == 0) {
          model.first.putAll(values);
          assertEquals(200, status, said);
        } else {
          assertEquals(model.correct(days.get(at - 1), values) ? 200 : 422, status, said + values);
        }
      }
      default -> {
        int status =
            Api.admin()
                .header("If-Match", etag(path))
                .delete(path + "/periods/" + ids.get(at))
                .statusCode();
        assertEquals(at == 0 ? 422 : 204, status, said);
        if (at > 0) {
          model.said.remove(days.get(at - 1));
        }
      }
    }
  }

  private void check(String path, PeriodModel model, String said) {
    LocalDate day =
        random.nextInt(4) == 0 ? LocalDate.now(ZoneId.of("Europe/Paris")) : PeriodModel.day(random);
    JsonNode told = OpenApi.json(get(path + "?on=" + day).statusCode(200).extract().asString());
    for (String field : PeriodModel.FIELDS) {
      assertEquals(
          model.value(field, day), told.path(field).textValue(), said + " " + field + " " + day);
    }
    JsonNode periods = told.path("periods");
    for (int i = 1; i <= model.said.size(); i++) {
      JsonNode before = periods.path(i - 1);
      JsonNode at = periods.path(i);
      List<String> changed = new ArrayList<>();
      at.path("changed").forEach(field -> changed.add(field.asText()));
      assertEquals(
          PeriodModel.FIELDS.stream()
              .sorted()
              .filter(field -> !before.path(field).equals(at.path(field)))
              .toList(),
          changed,
          said + " " + i);
    }
    assertEquals(
        model.said.keySet().stream().map(LocalDate::toString).toList(), texts(told, "from"), said);
  }

  /** A member of each period that has it. */
  private static List<String> texts(JsonNode record, String member) {
    List<String> all = new ArrayList<>();
    record.path("periods").findValues(member).forEach(value -> all.add(value.asText()));
    return all;
  }
}
