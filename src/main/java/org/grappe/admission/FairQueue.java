package org.grappe.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What waits, in turns among callers, each of whom has so many under way at most: nobody's many
 * hold up another's one. Whoever uses it lets one thread at a time do so.
 *
 * @param <T> what waits
 */
public final class FairQueue<T> {
  private final int each;
  private final Map<String, Deque<T>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> running = new HashMap<>();
  private int size;

  /** Each caller has so many under way at most. */
  public FairQueue(int each) {
    this.each = each;
  }

  public void add(String caller, T one) {
    waiting.computeIfAbsent(caller, any -> new ArrayDeque<>()).add(one);
    size++;
  }

  /** The next one, of whoever has waited longest for a turn; it is under way from now on. */
  public Optional<T> next() {
    for (Iterator<Map.Entry<String, Deque<T>>> callers = waiting.entrySet().iterator();
        callers.hasNext(); ) {
      Map.Entry<String, Deque<T>> entry = callers.next();
      String caller = entry.getKey();
      if (running.getOrDefault(caller, 0) < each) {
        Deque<T> own = entry.getValue();
        T one = own.remove();
        size--;
        running.merge(caller, 1, Integer::sum);
        callers.remove();
        if (!own.isEmpty()) {
          // to the end of those who wait
          waiting.put(caller, own);
        }
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** One waits no longer; false where it does not. */
  public boolean remove(String caller, T one) {
    Deque<T> own = waiting.get(caller);
    if (own == null || !own.remove(one)) {
      return false;
    }
    size--;
    if (own.isEmpty()) {
      waiting.remove(caller);
    }
    return true;
  }

  /** What a caller had under way is over; its next may come. */
  public void done(String caller) {
    running.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
  }

  /** All that wait. */
  public Stream<T> waiting() {
    return waiting.values().stream().flatMap(Deque::stream);
  }

  /** How many wait, whoever has them. */
  public int size() {
    return size;
  }

  /** How many of a caller's wait. */
  public int waiting(String caller) {
    Deque<T> own = waiting.get(caller);
    return own == null ? 0 : own.size();
  }
}
