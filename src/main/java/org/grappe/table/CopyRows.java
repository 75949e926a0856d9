package org.grappe.table;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows as the database loads them: CSV in which only what isn't known is not in quotes. */
public final class CopyRows {
  private final StringBuilder rows = new StringBuilder();
  private int count;

  public void add(Object... cells) {
    rows.append(Arrays.stream(cells).map(CopyRows::cell).collect(Collectors.joining(",")))
        .append('\n');
    count++;
  }

  private static String cell(Object value) {
    return value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"';
  }

  public int count() {
    return count;
  }

  /** All that was added, and begins anew. */
  public String take() {
    String taken = rows.toString();
    rows.setLength(0);
    count = 0;
    return taken;
  }
}
