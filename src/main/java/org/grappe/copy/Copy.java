package org.grappe.copy;

import java.util.Optional;
import org.grappe.position.Place;

/** A compressed file, and those who read it. It is gone when it is dropped and nobody reads. */
final class Copy {
  private final String type;
  private final Moment moment;
  private final Place place;
  private final CopyBytes bytes;
  private int readers;
  private boolean dropped;
  private long lastRead = System.nanoTime();

  Copy(Making making, CopyBytes bytes) {
    this.type = making.contents().type();
    this.moment = making.moment();
    this.place = making.place();
    this.bytes = bytes;
  }

  /** A reader's hold on it; none once it is dropped. */
  synchronized Optional<Answer> hold() {
    if (dropped) {
      return Optional.empty();
    }
    readers++;
    return Optional.of(new Hold(type, place, bytes, this::release));
  }

  boolean isClosed() {
    return !bytes.isOpen();
  }

  /** What it shows. */
  Moment moment() {
    return moment;
  }

  synchronized boolean isRead() {
    return readers > 0;
  }

  /** Drops it where nobody has read it for so many nanoseconds; false where somebody has. */
  synchronized boolean dropIfUnreadFor(long nanos) {
    boolean isOld = readers == 0 && System.nanoTime() - lastRead > nanos;
    if (isOld) {
      drop();
    }
    return isOld;
  }

  /** Nobody gets it any more; who reads it may read on. */
  synchronized void drop() {
    if (!dropped) {
      dropped = true;
      closeIfUnread();
    }
  }

  /** Nobody reads it any more: downloads under way break off. */
  synchronized void withdraw() {
    dropped = true;
    if (bytes.isOpen()) {
      bytes.close();
    }
  }

  private synchronized void release() {
    readers--;
    lastRead = System.nanoTime();
    if (dropped) {
      closeIfUnread();
    }
  }

  private void closeIfUnread() {
    if (readers == 0 && bytes.isOpen()) {
      bytes.close();
    }
  }
}
