package org.grappe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Many numbers of lines, as people write them. */
class LineRangesTest {
  @Test
  void what_follows_on_each_other_is_one_range() {
    assertEquals("", LineRanges.text(List.of()));
    assertEquals("7", LineRanges.text(List.of(7L)));
    assertEquals(
        "2-9, 12, 300-301",
        LineRanges.text(List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 12L, 300L, 301L)));
  }
}
