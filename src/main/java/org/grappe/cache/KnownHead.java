package org.grappe.cache;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.grappe.position.Committed;
import org.grappe.position.Head;
import org.grappe.position.HeadWatch;
import org.grappe.position.Positions;

/**
 * How far this instance knows the registry to be. It moves with each write of this instance, before
 * that is answered; those of others are seen by looking, ten times a second as long as somebody
 * asks. Where looking has failed for a second nothing is known, nor while an act of many rows waits
 * for its positions, nor while what a write touches is long being found out.
 */
@Singleton
class KnownHead {
  private static final long STALE = TimeUnit.SECONDS.toNanos(1);
  private static final long IDLE = TimeUnit.SECONDS.toNanos(30);
  private static final long MOVING = TimeUnit.MILLISECONDS.toNanos(50);

  private final HeadWatch watch;
  private final Touches touches;
  private final Positions positions;
  private final ResponseCache cache;
  private final Consumer<Head> watcher = this::looked;
  private volatile Version version;
  private volatile long lookedAt;
  private volatile long askedAt;
  private volatile boolean moving;
  private volatile long movingSince;
  private final AtomicBoolean watching = new AtomicBoolean();
  private int lives;
  private String life = "";
  private Head head;
  private boolean wasBehind;

  KnownHead(HeadWatch watch, Touches touches, Positions positions, ResponseCache cache) {
    this.watch = watch;
    this.touches = touches;
    this.positions = positions;
    this.cache = cache;
  }

  /** The version; empty where it is not known. */
  Optional<Version> now() {
    long now = System.nanoTime();
    askedAt = now;
    if (!watching.get()) {
      begin();
    }
    Version known = version;
    boolean isUnknown =
        known == null
            || now - lookedAt > STALE
            || (moving && now - movingSince > MOVING)
            || positions.isLate();
    return isUnknown ? Optional.empty() : Optional.of(known);
  }

  /** Whether what was made, or is being made, of a version is what would be answered now. */
  boolean isCurrent(Version made, CacheKey key) {
    Version known = version;
    return known != null
        && made.life() == known.life()
        && (made.position() == known.position()
            || (key.cluster() != null && touches.isCurrent(made.position(), key.cluster())));
  }

  /** In the thread of all connections: it waits for nobody who asks the database. */
  private void begin() {
    if (watching.compareAndSet(false, true)) {
      watch.watch(watcher);
    }
  }

  /** Before a write of this instance is answered. */
  synchronized void committed(@Observes Committed write) {
    write.head().ifPresentOrElse(this::move, this::forget);
  }

  private synchronized void looked(Head seen) {
    long now = System.nanoTime();
    if (now - askedAt > IDLE) {
      watch.leave(watcher);
      watching.set(false);
      forget();
    } else if (seen.replica() && seen.pending()) {
      // what has no position yet is seen all the same, and cannot be numbered here
      forget();
    } else {
      forgetLost(seen);
      if (!seen.life().equals(life)) {
        forget();
        life = seen.life();
      }
      move(seen);
      // not before: where it was too long ago, what was known before this look is not what is known
      lookedAt = now;
    }
  }

  /**
   * One look may have been begun before a write that is known by now; where the next lies behind,
   * too, positions were lost.
   */
  private void forgetLost(Head seen) {
    boolean isBehind =
        head != null && seen.epoch().equals(head.epoch()) && seen.position() < head.position();
    if (isBehind && wasBehind) {
      forget();
    }
    wasBehind = isBehind;
  }

  /**
   * What was kept by now is of no use, also where an earlier look is told only now, and is kept no
   * longer: a name that was taken out may be in it.
   */
  private void forget() {
    head = null;
    version = null;
    cache.begin(++lives);
  }

  /** Moves on; what another write has told already is known. */
  private void move(Head seen) {
    if (head != null && seen.epoch().equals(head.epoch()) && seen.position() < head.position()) {
      return;
    }
    if (head != null && !seen.epoch().equals(head.epoch())) {
      forget();
    }
    movingSince = System.nanoTime();
    moving = true;
    boolean isOther = head == null || touches.learn(head.position(), seen.position());
    head = seen;
    if (isOther || version == null) {
      version = new Version(lives, seen.position());
    }
    moving = false;
  }
}
