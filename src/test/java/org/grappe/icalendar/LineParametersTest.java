package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LineParametersTest {
  @Test
  void they_end_at_the_first_colon_that_is_not_in_quotes() {
    LineParameters read = LineParameters.before(";CN=\"a;b:c\";role=CHAIR:mailto:x@y.z");
    assertEquals(Map.of("CN", "a;b:c", "ROLE", "CHAIR"), read.byName());
    assertEquals(";CN=\"a;b:c\";role=CHAIR".length(), read.end());
    assertEquals(0, LineParameters.before(":value").end());
    assertEquals(-1, LineParameters.before(";CN=none").end());
  }

  @Test
  void a_backslash_keeps_what_would_end_one_and_of_two_the_first_counts() {
    assertEquals(Map.of("X", "a\\;b"), LineParameters.before(";X=a\\;b;X=second:value").byName());
  }

  @Test
  void where_the_end_is_known_colons_may_stand_in_one() {
    assertEquals(
        Map.of("TZID", "(UTC+01:00) Paris", "VALUE", "DATE-TIME"),
        LineParameters.all(";TZID=(UTC+01:00) Paris;VALUE=DATE-TIME").byName());
  }

  @Test
  void a_quote_that_does_not_close_is_dropped_and_one_without_a_value_is_none() {
    assertEquals(Map.of("CN", "open"), LineParameters.before(";CN=\"open;X:value").byName());
  }
}
