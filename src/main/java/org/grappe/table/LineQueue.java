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

  /** So many of these are taken. */
  private int taken;

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
    while (ahead.size() - taken <= index) {
      PhysicalLine next = ahead.size() == taken || chars < FAR ? next() : null;
      if (next == null) {
        return null;
      }
      ahead.add(next);
      chars += next.text().length() + 1;
    }
    return ahead.get(taken + index);
  }

  private PhysicalLine next() {
    try {
      return lines.next();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** Takes so many lines, which were looked at. */
  void take(int count) {
    ahead.subList(taken, taken + count).forEach(line -> chars -= line.text().length() + 1);
    taken += count;
    // not each time: what stays behind would be moved
    if (taken > ahead.size() / 2) {
      ahead.subList(0, taken).clear();
      taken = 0;
    }
  }
}
