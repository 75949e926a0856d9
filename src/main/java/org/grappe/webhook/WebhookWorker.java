package org.grappe.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.grappe.position.Committed;
import org.grappe.position.Head;
import org.grappe.position.Positions;
import org.jboss.logging.Logger;

/**
 * Keeps deliveries going: twice a second, and at once where this instance has written or something
 * has been delivered. Where there is no webhook it asks for one every two seconds, and nothing
 * else.
 */
@ApplicationScoped
class WebhookWorker {
  private static final Logger LOG = Logger.getLogger(WebhookWorker.class);
  private static final int MILLIS = 500;

  /** Every so many turns it is asked whether there are webhooks, where there are none. */
  private static final int IDLE_TURNS = 4;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(WebhookWorker::thread);
  private final AtomicBoolean isNudged = new AtomicBoolean();
  private final Positions positions;
  private final Leader leader;
  private final Queue queue;
  private final Courier courier;
  private final WebhookConfig config;
  private volatile boolean isWanted;
  private int turn;
  private boolean failing;

  WebhookWorker(
      Positions positions, Leader leader, Queue queue, Courier courier, WebhookConfig config) {
    this.positions = positions;
    this.leader = leader;
    this.queue = queue;
    this.courier = courier;
    this.config = config;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "webhook-turns");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      var unused = clock.scheduleWithFixedDelay(this::turn, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    clock.shutdownNow();
  }

  void written(@Observes Committed committed) {
    if (isWanted) {
      nudge();
    }
  }

  /** Takes a turn soon; many who ask for one share it. */
  private void nudge() {
    if (!clock.isShutdown() && isNudged.compareAndSet(false, true)) {
      clock.execute(this::turn);
    }
  }

  private void turn() {
    isNudged.set(false);
    try {
      if (turn++ % IDLE_TURNS == 0) {
        isWanted = queue.isWanted();
      }
      if (isWanted) {
        serve();
      }
      failing = false;
    } catch (RuntimeException failed) {
      if (!failing) {
        LOG.warnf("Webhooks wait: %s", failed.getMessage());
      }
      failing = true;
    }
  }

  private void serve() {
    Head head = positions.settled();
    if (head.replica()) {
      return;
    }
    leader.lead(head);
    int room = config.parallel() - courier.underWay();
    if (room > 0) {
      List<Claim> claims = queue.claim(room);
      claims.forEach(claim -> courier.take(claim, this::nudge));
    }
  }

  /** What is over is kept for a week, the newest thousand of each webhook; an ended one a month. */
  @Scheduled(every = "10m", delayed = "1m")
  void forget() {
    if (config.enabled()) {
      queue.forget();
    }
  }
}
