package org.grappe.change;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.grappe.caller.Caller;
import org.grappe.position.Head;
import org.grappe.position.HeadWatch;
import org.grappe.position.Place;
import org.jboss.logging.Logger;

/**
 * All who wait for changes: without a thread, without a connection. Those who wait at one place for
 * the same are told what was read once.
 */
@ApplicationScoped
class Followers {
  private static final Logger LOG = Logger.getLogger(Followers.class);
  private static final int THREADS = 2;

  private final HeadWatch watch;
  private final ChangeLog log;
  private final FollowerRights rights;
  private final Set<Follower> waiting = ConcurrentHashMap.newKeySet();
  private final Set<Follower> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Followers::thread);
  private final Consumer<Head> watcher = this::seen;
  private volatile Reads reads = new Reads(null, Map.of(), Map.of());

  Followers(HeadWatch watch, ChangeLog log, FollowerRights rights) {
    this.watch = watch;
    this.log = log;
    this.rights = rights;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "changes");
    thread.setDaemon(true);
    return thread;
  }

  void stop(@Observes ShutdownEvent stopped) {
    threads.shutdownNow();
  }

  /** What was read for one head. */
  private record Reads(
      Head head, Map<Wanted, ChangeLog.Slice> slices, Map<Caller, FollowerRights.Given> given) {}

  private record Wanted(ChangeQuery query, Place place) {}

  void add(Follower follower) {
    waiting.add(follower);
    watch.watch(watcher);
  }

  int size() {
    return waiting.size();
  }

  private void seen(Head head) {
    waiting.removeIf(Follower::isOver);
    if (waiting.isEmpty()) {
      watch.leave(watcher);
      return;
    }
    if (!head.equals(reads.head)) {
      reads = new Reads(head, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
    Reads current = reads;
    long now = System.nanoTime();
    for (Follower follower : waiting) {
      if (follower.isDue(head, now) && busy.add(follower)) {
        threads.execute(() -> serve(follower, current));
      }
    }
  }

  private void serve(Follower follower, Reads current) {
    try {
      // after the head was seen: whoever lost his right before what it holds was written is not
      // told
      FollowerRights.Verdict verdict = rights.of(follower.query().caller(), current.given);
      if (verdict != FollowerRights.Verdict.AS_BEFORE) {
        follower.stop(verdict == FollowerRights.Verdict.OTHERWISE);
        return;
      }
      ChangeLog.Slice slice =
          current.slices.computeIfAbsent(
              new Wanted(follower.query(), follower.place()),
              wanted ->
                  wanted.place().position() < current.head.position()
                      ? log.read(wanted.query(), wanted.place(), current.head)
                      : ChangeLog.none(wanted.place()));
      follower.tell(slice, System.nanoTime());
    } catch (Throwable failed) {
      LOG.warnf("One who waits for changes is told later: %s", failed.getMessage());
    } finally {
      busy.remove(follower);
    }
  }
}
