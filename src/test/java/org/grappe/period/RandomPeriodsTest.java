package org.grappe.period;

import static org.grappe.testing.Api.etag;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.grappe.testing.Api;
import org.grappe.testing.Effort;
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
    for (int i = 0; i < Effort.of(8, 3); i++) {
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
    JsonPath now = get(path).extract().jsonPath();
    List<String> ids = now.getList("periods.id");
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
    JsonPath told = get(path + "?on=" + day).statusCode(200).extract().jsonPath();
    for (String field : PeriodModel.FIELDS) {
      assertEquals(model.value(field, day), told.getString(field), said + " " + field + " " + day);
    }
    for (int i = 1; i <= model.said.size(); i++) {
      String at = "periods[" + i + "].";
      String before = "periods[" + (i - 1) + "].";
      assertEquals(
          PeriodModel.FIELDS.stream()
              .sorted()
              .filter(field -> !Objects.equals(told.get(before + field), told.get(at + field)))
              .toList(),
          told.getList(at + "changed"),
          said + " " + at);
    }
    assertEquals(
        model.said.keySet().stream().map(LocalDate::toString).toList(),
        told.getList("periods.from").stream().filter(Objects::nonNull).toList(),
        said);
  }
}
