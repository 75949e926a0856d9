package org.grappe.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Lines that can be looked at before they are taken. */
final class LineQueue {
  /** As many characters as are looked at to find where a quote closes. */
  private static final int FAR = 1 << 20;

  private final DecodedLines lines;
  private final List<PhysicalLine> ahead = new ArrayList<>();
  private int chars;

  LineQueue(InputStream bytes) {
    try {
      lines = new DecodedLines(bytes);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  boolean isUtf16() {
    return lines.isUtf16();
  }

  /** The line that comes after so many; null after the last, or too far away to be looked at. */
  PhysicalLine peek(int index) {
    while (ahead.size() <= index) {
      PhysicalLine next = ahead.isEmpty() || chars < FAR ? next() : null;
      if (next == null) {
        return null;
      }
      ahead.add(next);
      chars += next.text().length() + 1;
    }
    return ahead.get(index);
  }

  private PhysicalLine next() {
    try {
      return lines.next();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** Takes so many lines, which were looked at. */
  List<PhysicalLine> take(int count) {
    List<PhysicalLine> head = ahead.subList(0, count);
    List<PhysicalLine> taken = List.copyOf(head);
    taken.forEach(line -> chars -= line.text().length() + 1);
    head.clear();
    return taken;
  }
}
