package org.grappe.table;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWidthsTest {
  private final RowWidths widths = new RowWidths(new Separator(';'), 3);

  private void add(String... cells) {
    widths.add(new Row(List.of(), Arrays.asList(cells), List.of(), false));
  }

  @Test
  void a_line_fits_with_as_many_separators_as_the_header_or_the_record_before() {
    assertTrue(widths.fit("a;b;c"));
    assertFalse(widths.fit("a;b;c;d"));
    add("a", "b", "c", "");
    assertTrue(widths.fit("a;b;c;d"));
    assertFalse(widths.fit("a;b"));
  }

  @Test
  void a_record_is_longer_where_three_fitted_for_each_that_did_not() {
    List<String> longer = List.of("a", "b", "c", "");
    add("a", "b", "c");
    add("a", "b", "c");
    assertFalse(widths.isLonger(longer));
    add("a", "b", "c");
    assertTrue(widths.isLonger(longer));
    add("a", "b", "c", "");
    assertFalse(widths.isLonger(longer));
  }

  @Test
  void what_stands_in_a_further_cell_is_a_surplus_and_not_a_longer_record() {
    for (int i = 0; i < 3; i++) {
      add("a", "b", "c");
    }
    List<String> surplus = List.of("a", "b", "c", "d");
    assertTrue(widths.hasSurplus(surplus));
    assertFalse(widths.isLonger(surplus));
  }
}
