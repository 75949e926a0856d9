package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void days_months_and_years_are_kept_as_they_are_known() {
    Map.of(
            "2017-06-27", "2017-06-27",
            "2017-06", "2017-06",
            "2017", "2017",
            "27/06/2017", "2017-06-27",
            "7.6.2017", "2017-06-07",
            "06/2017", "2017-06",
            "2017/06/27", "2017-06-27",
            "2017-06-27T00:00:00", "2017-06-27")
        .forEach(
            (text, day) -> assertEquals(day, Days.date(text, PARIS).orElseThrow().text(), text));
    for (String none : List.of("2017-02-30", "31/02/2017", "17-06-27", "42913", "0017-06-27")) {
      assertTrue(Days.date(none, PARIS).isEmpty(), none);
    }
  }

  @Test
  void months_have_their_names_whole_or_cut_short() {
    Map.of(
            "27 juin 2017", "2017-06-27",
            "1er Août 2017", "2017-08-01",
            "3 déc. 2017", "2017-12-03",
            "Février 2017", "2017-02")
        .forEach(
            (text, day) -> assertEquals(day, Days.date(text, PARIS).orElseThrow().text(), text));
    for (String none : List.of("27 prairial 2017", "31 juin 2017", "juin 17")) {
      assertTrue(Days.date(none, PARIS).isEmpty(), none);
    }
  }

  @Test
  void an_instant_is_on_the_day_that_it_was_in_the_zone() {
    Map.of(
            "2017-06-27T23:30:00Z", "2017-06-28",
            "27/06/2017 23:30+02:00", "2017-06-27",
            "27/06/2017 9:30", "2017-06-27",
            "20170627", "2017-06-27")
        .forEach(
            (text, day) -> assertEquals(day, Days.date(text, PARIS).orElseThrow().text(), text));
    assertTrue(Days.date("2017-06-27T25:00Z", PARIS).isEmpty());
  }
}
