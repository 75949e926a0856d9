package org.grappe.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong in a file, as much of it as a report can hold: some forty thousand faults. Those
 * that block lines have a room of their own, so that repairs don't push them out.
 */
public final class FaultLog {
  private static final int ROOM = 4_000_000;
  private static final int COST = 100;
  private static final int LONGEST_VALUE = 1000;
  private final Room mended = new Room();
  private final Room blocking = new Room();
  private long omitted;

  /** What holds so many characters. */
  private static final class Room {
    private final List<LineFault> faults = new ArrayList<>();
    private int left = ROOM;
  }

  public void add(LineFault fault) {
    Room room = fault.blocking() ? blocking : mended;
    LineFault kept = cut(fault);
    int cost = COST + length(kept.value()) + length(kept.repair()) + length(kept.column());
    if (cost > room.left) {
      room.left = 0;
      omitted++;
    } else {
      room.left -= cost;
      room.faults.add(kept);
    }
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  private static LineFault cut(LineFault fault) {
    return length(fault.value()) <= LONGEST_VALUE
        ? fault
        : new LineFault(
            fault.line(),
            fault.column(),
            fault.value().substring(0, end(fault.value())) + "…",
            fault.rule(),
            fault.blocking(),
            fault.repair(),
            fault.bound(),
            fault.other());
  }

  /** Not between the halves of one character. */
  private static int end(String value) {
    return Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1))
        ? LONGEST_VALUE - 1
        : LONGEST_VALUE;
  }

  /** In the order of the lines; those of whole columns first. */
  public List<LineFault> all() {
    return Stream.concat(mended.faults.stream(), blocking.faults.stream())
        .sorted(Comparator.comparing(fault -> fault.line() == null ? 0 : fault.line()))
        .toList();
  }

  /** How many it has no room for; null where it has all. */
  public Long omitted() {
    return omitted == 0 ? null : omitted;
  }
}
