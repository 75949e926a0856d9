package org.grappe.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all clients together have not taken yet of their answers. Where that is too much to be kept,
 * those go first who have been taking longest.
 */
final class Outgoing {
  private final long most;
  private final AtomicLong bytes = new AtomicLong();
  private final Set<Unread> taking = ConcurrentHashMap.newKeySet();

  Outgoing(long most) {
    this.most = most;
  }

  void grow(Unread one, long size) {
    taking.add(one);
    if (bytes.addAndGet(size) > most) {
      relieve(one);
    }
  }

  void shrink(Unread one, long size) {
    bytes.addAndGet(-size);
    if (one.isEmpty()) {
      taking.remove(one);
    }
  }

  private synchronized void relieve(Unread newest) {
    long over = bytes.get() - most;
    List<Unread> longest =
        taking.stream()
            .filter(one -> one != newest)
            .sorted(Comparator.comparingLong(Unread::since))
            .toList();
    for (Unread one : longest) {
      if (over <= 0) {
        return;
      }
      over -= one.bytes();
      one.cut();
    }
  }
}
