package org.grappe.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.grappe.cli.remote.Reply;

/** Counts the lines of a copy as they come, and keeps the last. */
final class LastLine {
  private static final int LONGEST = 1 << 10;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte[] last = {};
  private long lines;

  void add(byte[] part, int length) {
    for (int i = 0; i < length; i++) {
      if (part[i] == '\n') {
        last = line.toByteArray();
        line.reset();
        lines++;
      } else if (line.size() < LONGEST) {
        line.write(part[i]);
      }
    }
  }

  /** Whether the last line says how many there are before it, and there are so many. */
  boolean isCounted() {
    try {
      JsonNode end = Reply.JSON.readTree(new String(last, StandardCharsets.UTF_8));
      return line.size() == 0 && end.path("end").path("count").asLong(-2) == lines - 1;
    } catch (JsonProcessingException anotherLine) {
      return false;
    }
  }
}
