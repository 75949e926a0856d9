package org.grappe.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code If-None-Match} says, which anybody may send. */
class EntityTagsTest {
  /** All that a header may have. */
  private static final int LONG = 60_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"a\" | true",
        "W/\"a\" | true",
        "\"b\", \"a\" | true",
        ",, \"b\" ,, ,\"a\" , | true",
        "* | true",
        "\"b\" | false",
        "a | false",
        "\"b\" \"a\" | false",
      })
  void a_list_names_a_tag_or_does_not(String header, boolean isKnown) {
    assertEquals(isKnown, EntityTags.isKnown(header, "\"a\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ", ", " ", "\"b\",", "W/"})
  void a_long_header_is_read_to_its_end(String part) {
    String row = part.repeat(LONG / part.length());
    assertEquals(false, EntityTags.isKnown(row + "x", "\"a\""));
    assertEquals(false, EntityTags.isKnown("\"b\"" + row + "x", "\"a\""));
    EntityTags.isKnown("\"b\"" + row + "\"a\"", "\"a\"");
  }
}
