package org.grappe.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstantsTest {
  private static final List<String> INSTANTS =
      List.of(
          "2026-01-31T08:05:00Z",
          "2026-01-31T08:05:09.100Z",
          "2026-12-31T23:59:59.000001Z",
          "1969-12-31T23:59:59.999999999Z",
          "1800-02-28T00:00:00.000000010Z",
          "0000-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999Z",
          "-0001-01-01T00:00:00Z",
          "+10000-01-01T00:00:00.5Z");

  @Test
  void an_instant_is_written_as_java_writes_it() {
    INSTANTS.stream()
        .map(Instant::parse)
        .forEach(at -> assertEquals(at.toString(), Instants.text(at)));
  }

  @Test
  void so_is_any_other() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      Instant at =
          Instant.EPOCH
              .plusSeconds(random.nextLong(-60_000_000_000L, 250_000_000_000L))
              .plusNanos(random.nextInt(1_000_000_000))
              .truncatedTo(
                  List.of(
                          ChronoUnit.SECONDS,
                          ChronoUnit.MILLIS,
                          ChronoUnit.MICROS,
                          ChronoUnit.NANOS)
                      .get(i % 4));
      assertEquals(at.toString(), Instants.text(at));
    }
  }
}
