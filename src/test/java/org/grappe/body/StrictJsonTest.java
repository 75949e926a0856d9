package org.grappe.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.value.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of bodies: one object of JSON, strictly. */
class StrictJsonTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` `|body.empty",
        "[]|body.not-an-object",
        "{\"a\": 1, \"a\": 2}|body.not-json",
        "{\"a\": 1} {}|body.not-json",
        "{\"a\": 1} // why|body.not-json",
        "{\"a\": [\"\\u0000\"]}|body.nul",
        "{\"\\u0000\": 1}|body.nul",
        "{\"a\": \"\\ud800\"}|body.nul"
      })
  void anything_else_is_malformed(String text, String sentence) {
    byte[] body = bytes(text);
    assertEquals(sentence, assertThrows(Problem.class, () -> StrictJson.object(body)).key());
  }

  @Test
  void bytes_that_are_no_utf_8_are_malformed() {
    byte[] latin = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "body.not-utf8", assertThrows(Problem.class, () -> StrictJson.object(latin)).key());
  }

  @Test
  void a_number_beyond_all_decimals_is_read_as_one_that_is_too_large() {
    var read = StrictJson.object(bytes("{\"value\": 1e99999999999}"));
    assertEquals(false, Numbers.isBounded(read.get("value").decimalValue()));
  }

  @Test
  void a_body_has_at_most_a_mebibyte() throws IOException {
    byte[] most = new byte[BodyStream.MOST_BYTES];
    assertEquals(most.length, StrictJson.bytes(new ByteArrayInputStream(most)).length);
    var more = new ByteArrayInputStream(new byte[BodyStream.MOST_BYTES + 1]);
    Problem problem = assertThrows(Problem.class, () -> StrictJson.bytes(more));
    assertEquals(ProblemType.PAYLOAD_TOO_LARGE, problem.type());
  }
}
