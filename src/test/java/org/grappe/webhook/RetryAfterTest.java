package org.grappe.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "' 120 ', PT2M",
    "86400, PT24H",
    "86401, PT24H",
    "999999999999999999, PT24H",
    "99999999999999999999, PT24H",
    "'Thu, 01 Jan 2026 00:05:00 GMT', PT5M",
    "'Thu, 01 Jan 2026 00:00:00 GMT', PT0S",
    "'Wed, 31 Dec 2025 00:00:00 GMT', PT0S",
    "'Fri, 01 Jan 2027 00:00:00 GMT', PT24H",
  })
  void seconds_and_instants_are_heeded_within_a_day(String header, String pause) {
    assertEquals(Optional.of(Duration.parse(pause)), RetryAfter.of(header, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "0x10", "2026-01-01T00:00:00Z", "٣"})
  void anything_else_says_nothing(String header) {
    assertEquals(Optional.empty(), RetryAfter.of(header, NOW));
    assertEquals(Optional.empty(), RetryAfter.of(null, NOW));
  }

  @Test
  void pauses_grow_fourfold_to_six_hours_give_or_take_a_fifth() {
    Pauses pauses = new Pauses(Duration.ofSeconds(5));
    assertEquals(Duration.ofSeconds(4), pauses.after(1, 0));
    assertEquals(Duration.ofSeconds(6), pauses.after(1, 1));
    assertEquals(Duration.ofSeconds(20), pauses.after(2, 0.5));
    assertEquals(Duration.ofSeconds(80), pauses.after(3, 0.5));
    assertEquals(Duration.ofSeconds(5 * 4096), pauses.after(7, 0.5));
    assertEquals(Duration.ofHours(6), pauses.after(8, 0.5));
    assertEquals(Duration.ofHours(6), pauses.after(1_000_000, 0.5));
    int attempts = 1;
    for (Duration all = Duration.ZERO; all.toHours() < 72; attempts++) {
      all = all.plus(pauses.after(attempts, 0.5));
    }
    assertTrue(attempts > 15 && attempts < 25, attempts + " attempts in three days");
  }

  /** The example of the specification's own libraries. */
  @Test
  void a_signature_is_that_of_the_specification() {
    byte[] secret = java.util.Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        SigningSecret.sign(
            secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"));
  }
}
