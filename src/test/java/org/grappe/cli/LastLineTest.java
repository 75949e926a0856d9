package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Whether a copy came whole, told by its last line. */
class LastLineTest {
  private static boolean isCounted(String... parts) {
    LastLine last = new LastLine();
    for (String part : parts) {
      last.add(part.getBytes(UTF_8), part.getBytes(UTF_8).length);
    }
    return last.isCounted();
  }

  @Test
  void a_copy_is_whole_that_has_as_many_lines_as_its_end_says() {
    assertEquals(true, isCounted("{\"id\": 1}\n{\"end\": {\"count\": 1}}\n"));
    assertEquals(true, isCounted("{\"id\"", ": 1}\n{\"end\": {\"co", "unt\": 1}}\n"));
    assertEquals(false, isCounted("{\"end\": {\"count\": 1}}\n"));
    assertEquals(false, isCounted("{\"id\": 1}\n{\"end\": {\"count\": 1}}"));
    assertEquals(false, isCounted("{\"id\": 1}\n"));
    assertEquals(false, isCounted());
  }
}
