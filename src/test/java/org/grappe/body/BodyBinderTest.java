package org.grappe.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.grappe.value.Documents;
import org.grappe.value.PartialDate;
import org.grappe.value.Violation;
import org.grappe.value.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies bound to records: what is wrong is told with its place, all at once. */
class BodyBinderTest {
  private static final ObjectMapper JSON = Documents.MAPPER;

  enum Colour {
    RED,
    GREEN
  }

  record Part(String name, LocalDate day) {}

  record Whole(
      String name, PartialDate from, Integer count, Colour colour, boolean on, List<Part> parts) {}

  private final Violations violations = new Violations();

  @Test
  void a_body_becomes_a_record() throws JsonProcessingException {
    Whole whole =
        read(
            """
            {"name": "one", "from": "2015-06", "count": 2.0, "colour": "RED", "on": true,
             "parts": [{"name": "a", "day": "2015-06-05"}]}\
            """);
    assertTrue(violations.isEmpty());
    assertEquals(
        new Whole(
            "one",
            new PartialDate("2015-06"),
            2,
            Colour.RED,
            true,
            List.of(new Part("a", LocalDate.of(2015, 6, 5)))),
        whole);
  }

  @Test
  void what_is_left_out_is_nothing_and_a_list_is_empty() throws JsonProcessingException {
    assertEquals(new Whole(null, null, null, null, false, List.of()), read("{}"));
    assertTrue(violations.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{'nmae': 'x'} | /nmae | field.unknown",
        "{'a/b~c': 1} | /a~1b~0c | field.unknown",
        "{'name': 1} | /name | type.string",
        "{'name': ' '} | /name | field.blank",
        "{'from': '2015-13'} | /from | type.partial-date",
        "{'count': 1.5} | /count | type.integer",
        "{'count': '1'} | /count | type.integer",
        "{'colour': 'BLUE'} | /colour | type.choice",
        "{'on': 'true'} | /on | type.boolean",
        "{'parts': {}} | /parts | type.array",
        "{'parts': [null]} | /parts/0 | type.null",
        "{'parts': ['x']} | /parts/0 | type.object",
        "{'parts': [{}, {'day': '2015-02-29'}]} | /parts/1/day | type.date"
      })
  void what_is_wrong_is_told_with_its_place(String body, String at, String key)
      throws JsonProcessingException {
    read(body.replace('\'', '"'));
    assertEquals(List.of(at), violations.all().stream().map(Violation::at).toList());
    assertEquals(key, violations.all().get(0).key());
  }

  @Test
  void all_that_is_wrong_is_told_at_once() throws JsonProcessingException {
    read("{\"name\": 1, \"count\": \"x\", \"parts\": [{\"day\": 3, \"more\": 1}]}");
    assertEquals(
        List.of("/count", "/name", "/parts/0/day", "/parts/0/more"),
        violations.all().stream().map(Violation::at).toList());
  }

  record Amount(BigDecimal value) {}

  @Test
  void a_number_beyond_all_bounds_is_refused_before_it_is_written_out()
      throws JsonProcessingException {
    new BodyBinder(null, violations)
        .read(JSON.readTree("{\"value\": 1e999999999}"), Amount.class, "");
    assertEquals("type.number-range", violations.all().get(0).key());
  }

  private Whole read(String body) throws JsonProcessingException {
    return new BodyBinder(null, violations).read(JSON.readTree(body), Whole.class, "");
  }
}
