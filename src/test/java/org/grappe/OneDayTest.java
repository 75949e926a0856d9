package org.grappe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which day it is, {@code Today} says: in the service's zone, and at a fixed instant if it is told
 * one.
 */
class OneDayTest {
  /** A day of the database's session, or of the machine. */
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?i)\\b(current_date|localtimestamp)\\b|\\b(now\\(\\)|current_timestamp)\\s*::\\s*date\\b"
              + "|\\bdate\\(now\\(|\\bLocalDate\\.now\\((?!clock\\))|DateTime\\.now\\(\\)");

  @Test
  void nobody_asks_another_clock_for_the_day() throws IOException {
    List<String> asking = new ArrayList<>();
    int read = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(OneDayTest::isSource).toList()) {
        read++;
        if (ANOTHER.matcher(Files.readString(file)).find()) {
          asking.add(file.toString());
        }
      }
    }
    assertTrue(read > 500, read + " files");
    assertEquals(List.of(), asking);
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".sql");
  }
}
