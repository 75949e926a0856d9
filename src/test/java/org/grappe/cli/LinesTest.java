package org.grappe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.grappe.cli.remote.Reply;
import org.junit.jupiter.api.Test;

/** Lines behind others, of which the last may have been cut. */
class LinesTest {
  @Test
  void a_line_that_was_cut_ends_before_another_begins() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Lines lines = new Lines(written);
    assertTrue(lines.isEmpty());
    lines.add(Reply.JSON.readTree("{\"a\":1}"));
    lines.write("{\"b\"".getBytes(UTF_8));
    lines.add(Reply.JSON.readTree("{\"c\":3}"));
    assertEquals("{\"a\":1}\n{\"b\"\n{\"c\":3}\n", written.toString(UTF_8));
  }
}
