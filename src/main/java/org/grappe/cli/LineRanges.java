package org.grappe.cli;

import java.util.List;

/** Numbers of lines as people write many of them: {@code 2-9, 12, 14-20}. */
final class LineRanges {
  private LineRanges() {}

  /** These, which rise. */
  static String text(List<Long> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); ) {
      int last = i;
      while (last + 1 < lines.size() && lines.get(last + 1) == lines.get(last) + 1) {
        last++;
      }
      text.append(text.isEmpty() ? "" : ", ").append(lines.get(i));
      if (last > i) {
        text.append('-').append(lines.get(last));
      }
      i = last + 1;
    }
    return text.toString();
  }
}
