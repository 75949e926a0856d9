package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept of one day is not told for the next, with no write between them. */
@Thorough
class MidnightIT {
  private static final int SECONDS_BEFORE = 40;

  @TempDir Path directory;

  /** A zone in which a day is about to end. */
  private static ZoneOffset zone() {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    int left = 86_400 - SECONDS_BEFORE - now.toLocalTime().toSecondOfDay();
    return ZoneOffset.ofTotalSeconds(left > 43_200 ? left - 86_400 : left);
  }

  @Test
  void a_member_and_a_name_of_tomorrow_are_there_after_midnight() throws Exception {
    try (OwnDatabase database = OwnDatabase.started()) {
      database.service(directory.resolve("first"), Map.of()).close();
      ZoneOffset zone = zone();
      try (PackagedService service =
          database.service(directory.resolve("one"), Map.of("GRAPPE_ZONE", zone.getId()))) {
        Instances instance = new Instances(List.of(service.api()), OwnDatabase.KEY);
        OffsetDateTime begun = OffsetDateTime.now(zone);
        String cluster =
            instance.make(
                "/clusters",
                "{\"slug\":\"cluster-c\",\"name\":\"C\",\"region\":\"76\",\"foundedOn\":\"2000\"}");
        String organisation =
            instance.make("/organisations", "{\"name\":\"O\",\"kind\":\"COMPANY\"}");
        instance.make(
            "/memberships",
            "{\"cluster\":\"%s\",\"organisation\":\"%s\",\"from\":\"%s\"}"
                .formatted(cluster, organisation, begun.toLocalDate().plusDays(1)));
        instance.ask(
            "POST",
            "/clusters/cluster-c/transitions",
            "application/json",
            "{\"on\":\"%s\",\"name\":\"D\"}".formatted(begun.toLocalDate().plusDays(1)));
        String list = "/memberships?cluster=cluster-c";
        assertEquals(0, size(instance.get(list)), "before midnight");
        HttpResponse<String> kept = instance.get(list);
        for (int i = 0; i < 20 && !isHit(kept); i++) {
          Thread.sleep(50);
          kept = instance.get(list);
        }
        assertTrue(isHit(kept));
        assertEquals(0, size(kept));
        assertEquals("C", name(instance));
        assertEquals(
            begun.toLocalDate(), OffsetDateTime.now(zone).toLocalDate(), "midnight came too early");
        int left = 86_400 - LocalTime.now(zone).toSecondOfDay();
        Thread.sleep(left * 1_000L + 50);
        assertEquals(1, size(instance.get(list)), "after midnight");
        assertEquals("D", name(instance), "after midnight");
      }
    }
  }

  private static String name(Instances instance) {
    return OpenApi.json(instance.text("/clusters/cluster-c")).path("name").asText();
  }

  private static boolean isHit(HttpResponse<String> answer) {
    return answer.headers().firstValue("Cache-Status").orElse("").contains("hit");
  }

  private static int size(HttpResponse<String> list) {
    assertEquals(200, list.statusCode(), list.body());
    return OpenApi.json(list.body()).path("items").size();
  }
}
