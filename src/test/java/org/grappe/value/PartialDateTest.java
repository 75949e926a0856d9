package org.grappe.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates known to the day, the month or the year, and periods between two of them. */
class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    "2015-06-05, 2015-06-05, 2015-06-05",
    "2016-02, 2016-02-01, 2016-02-29",
    "2015, 2015-01-01, 2015-12-31",
    "1800, 1800-01-01, 1800-12-31",
    "2200-12-31, 2200-12-31, 2200-12-31"
  })
  void a_date_means_every_day_from_its_first_to_its_last(String text, String first, String last) {
    PartialDate date = new PartialDate(text);
    assertEquals(LocalDate.parse(first), date.firstDay());
    assertEquals(LocalDate.parse(last), date.lastDay());
    assertEquals(text, date.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "15",
        "2015-6",
        "2015-13",
        "2015-02-29",
        "2015-06-05T00:00",
        "1799",
        "2201-01",
        "٢٠١٥"
      })
  void what_is_no_date_is_refused(String text) {
    assertThrows(DateTimeException.class, () -> new PartialDate(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2016, 2015, true",
    "2015, 2015, false",
    "2015-07, 2015-06-30, true",
    "2015-06, 2015-06-30, false",
    "2015, 2015-01-01, false",
    "2015-01-02, 2015-01-01, true"
  })
  void only_what_no_reading_puts_before_is_surely_after(String one, String other, boolean after) {
    assertEquals(after, new PartialDate(one).isSurelyAfter(new PartialDate(other)));
  }

  @Test
  void a_period_ends_before_it_begins_only_where_no_reading_of_it_does_not() {
    assertTrue(violations("2015", "2015-03").isEmpty());
    assertTrue(violations(null, "2015-03").isEmpty());
    assertTrue(violations("2015", null).isEmpty());
    Violations found = violations("2015-04", "2015-03");
    assertFalse(found.isEmpty());
    assertEquals(
        List.of(Violation.pointer("/until", "date.before", new PartialDate("2015-04"))),
        found.all());
  }

  private static Violations violations(String from, String until) {
    Violations violations = new Violations();
    DateOrder.check(date(from), date(until), "/from", "/until", violations);
    return violations;
  }

  private static PartialDate date(String text) {
    return text == null ? null : new PartialDate(text);
  }
}
