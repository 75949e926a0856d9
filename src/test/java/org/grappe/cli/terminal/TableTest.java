package org.grappe.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables keep their columns, whatever stands in a file. */
class TableTest {
  @Test
  void columns_are_as_wide_as_what_is_in_them() {
    Table table = new Table(List.of("A", "B"));
    assertTrue(table.isEmpty());
    table.row("été", 1);
    table.row(null, "two");
    assertEquals(List.of("A    B", "été  1", "     two"), table.lines());
  }

  @Test
  void what_would_move_the_cursor_is_no_more() {
    Table table = new Table(List.of("A"));
    table.row("a\u001b[2Jb\r\nc\u0085d");
    assertEquals("a [2Jb c d", table.lines().get(1));
  }

  @Test
  void long_texts_are_cut_between_characters() {
    Table table = new Table(List.of("A", "WHY"));
    table.row("😀".repeat(100), "long".repeat(100));
    assertEquals("😀".repeat(59) + "…  " + "long".repeat(100), table.lines().get(1));
  }
}
