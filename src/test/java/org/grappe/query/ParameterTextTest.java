package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the texts of query parameters say. */
class ParameterTextTest {
  private static final String ID = "01A21714-4136-7bf5-8c8a-e80382def6ef";

  private static String fault(Function<String, ?> parse, String text) {
    return assertThrows(IllFormed.class, () -> parse.apply(text), text).sentence();
  }

  @Test
  void a_reference_is_an_id_or_a_slug() {
    assertEquals(UUID.fromString(ID), ParameterText.reference(ID));
    assertEquals("digital-place", ParameterText.reference("digital-place"));
    assertEquals("parameter.reference", fault(ParameterText::reference, "Digital Place"));
    assertEquals("parameter.id", fault(ParameterText::id, "digital-place"));
  }

  @Test
  void a_search_has_two_letters_or_digits() {
    assertEquals("b 2", ParameterText.words("b 2"));
    assertEquals("parameter.q", fault(ParameterText::words, "b--"));
    assertEquals("parameter.q", fault(ParameterText::words, "b".repeat(201)));
  }

  @Test
  void days_years_and_instants_are_written_as_iso_8601_has_them() {
    assertEquals(LocalDate.of(2018, 1, 1), ParameterText.day("2018-01-01"));
    assertEquals("parameter.day", fault(ParameterText::day, "2018-02-30"));
    assertEquals("parameter.day", fault(ParameterText::day, "9999-01-01"));
    assertEquals(2018, ParameterText.year("2018"));
    assertEquals("parameter.year", fault(ParameterText::year, "18"));
    assertEquals("parameter.instant", fault(ParameterText::instant, "2018-01-01"));
  }

  @Test
  void a_switch_is_on_or_off_and_off_where_it_is_left_out() {
    assertTrue(ParameterText.bool("TRUE"));
    assertEquals("parameter.boolean", fault(ParameterText::bool, "1"));
    assertEquals(false, Switches.on("dryRun", null));
  }

  @Test
  void a_limit_over_the_most_is_the_most() {
    assertEquals(PageSize.MOST, PageSize.read("99999999999"));
    assertEquals("parameter.limit", fault(PageSize::read, "0"));
  }
}
