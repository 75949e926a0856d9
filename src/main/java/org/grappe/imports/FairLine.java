package org.grappe.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What waits, in turns among callers, each of whom has one under way at most: so nobody's many hold
 * up another's one. Whoever uses it lets one thread at a time do so.
 */
final class FairLine<T> {
  private final Map<String, Deque<T>> lines = new LinkedHashMap<>();
  private final Set<String> running = new HashSet<>();

  void add(String caller, T one) {
    lines.computeIfAbsent(caller, any -> new ArrayDeque<>()).add(one);
  }

  /** The next one, of whoever has waited longest for a turn; it is under way from now on. */
  Optional<T> next() {
    for (Iterator<Map.Entry<String, Deque<T>>> each = lines.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<String, Deque<T>> line = each.next();
      String caller = line.getKey();
      if (!running.contains(caller)) {
        Deque<T> others = line.getValue();
        T one = others.remove();
        running.add(caller);
        each.remove();
        if (!others.isEmpty()) {
          // to the end of those who wait
          lines.put(caller, others);
        }
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** One waits no longer; false where it does not. */
  boolean remove(T one) {
    boolean found = false;
    for (Deque<T> line : lines.values()) {
      found |= line.remove(one);
    }
    lines.values().removeIf(Deque::isEmpty);
    return found;
  }

  /** What a caller had under way is over; its next may come. */
  void done(String caller) {
    running.remove(caller);
  }

  /** All that wait. */
  Stream<T> waiting() {
    return lines.values().stream().flatMap(Deque::stream);
  }

  /** How many of a caller's wait, or are under way. */
  int of(String caller) {
    Deque<T> line = lines.get(caller);
    return (line == null ? 0 : line.size()) + (running.contains(caller) ? 1 : 0);
  }
}
