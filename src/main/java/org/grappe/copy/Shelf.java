package org.grappe.copy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files that may be asked for again, the one longest unused first; and all that are read. */
final class Shelf implements Space.Shelf {
  private static final long KEPT = Duration.ofMinutes(10).toNanos();
  private final Map<List<Object>, Copy> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<Copy> open = ConcurrentHashMap.newKeySet();
  private long withdrawals;

  synchronized boolean has(List<Object> key) {
    return kept.containsKey(key);
  }

  /** A hold on the file, if it shows what the registry is now; an older one is dropped. */
  synchronized Optional<Answer> hold(List<Object> key, String mark) {
    Copy copy = kept.get(key);
    if (copy == null) {
      return Optional.empty();
    }
    if (copy.moment().mark().filter(mark::equals).isPresent()) {
      return copy.hold();
    }
    kept.remove(key);
    copy.drop();
    return Optional.empty();
  }

  /** How often files were withdrawn: what was read before is not put here after. */
  synchronized long withdrawals() {
    return withdrawals;
  }

  /**
   * Takes a file that was just made, and lets those have it who wait for it.
   *
   * @param since {@link #withdrawals} before it was made
   * @return whether nothing was taken out since
   */
  synchronized boolean put(Making making, Copy copy, long since) {
    open.add(copy);
    open.removeIf(Copy::isClosed);
    if (since != withdrawals) {
      copy.withdraw();
      return false;
    }
    making.finish(copy);
    Copy before = copy.moment().mark().isPresent() ? kept.put(making.key(), copy) : copy;
    if (before != null) {
      before.drop();
    }
    return true;
  }

  @Override
  public synchronized boolean makeRoom() {
    var files = kept.values().iterator();
    while (files.hasNext()) {
      Copy copy = files.next();
      if (!copy.isRead()) {
        files.remove();
        copy.drop();
        return true;
      }
    }
    return false;
  }

  /** Lets go what nobody has read for a while. */
  synchronized void tidy() {
    kept.values().removeIf(copy -> copy.dropIfUnreadFor(KEPT));
    open.removeIf(Copy::isClosed);
  }

  /** Nobody is to read on in anything that was made up to now. */
  synchronized void withdraw() {
    withdrawals++;
    kept.clear();
    open.forEach(Copy::withdraw);
    open.clear();
  }

  /** The same for what was made before something was taken out for so many times. */
  synchronized void withdrawBefore(long taken) {
    kept.values().removeIf(copy -> copy.moment().withdrawals() < taken);
    open.stream().filter(copy -> copy.moment().withdrawals() < taken).forEach(Copy::withdraw);
    open.removeIf(Copy::isClosed);
  }

  /** How many files there are. */
  int size() {
    open.removeIf(Copy::isClosed);
    return open.size();
  }
}
