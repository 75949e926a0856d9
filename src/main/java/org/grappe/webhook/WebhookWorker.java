package org.grappe.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.grappe.database.Replica;
import org.grappe.position.Committed;
import org.grappe.position.Head;
import org.grappe.position.Positions;

/**
 * Keeps deliveries going: what is new is put into the queue by one thread, what is due is taken up
 * by another, so that neither waits for the other. Where there is no webhook it asks for one every
 * two seconds, and nothing else.
 */
@ApplicationScoped
class WebhookWorker {
  /** Every so many turns it is asked whether there are webhooks, where there are none. */
  private static final int IDLE_TURNS = 4;

  /** So often it is said what this instance is at: what a killed one was at, others take up. */
  private static final long RENEWAL = TimeUnit.SECONDS.toNanos(4);

  private final RepeatingThread following = new RepeatingThread("webhook-feed", this::follow);
  private final RepeatingThread sending = new RepeatingThread("webhook-turns", this::send);
  private final Positions positions;
  private final Leader leader;
  private final Queue queue;
  private final DeliveryClaims claims;
  private final Courier courier;
  private final ClaimsUnderWay underWay;
  private final WebhookConfig config;

  /** Whether there is a webhook, in a database that may be written. */
  private volatile boolean isWanted;

  private int turn;
  private long renewed = System.nanoTime();

  WebhookWorker(
      Positions positions,
      Leader leader,
      Queue queue,
      DeliveryClaims claims,
      Courier courier,
      ClaimsUnderWay underWay,
      WebhookConfig config) {
    this.positions = positions;
    this.leader = leader;
    this.queue = queue;
    this.claims = claims;
    this.courier = courier;
    this.underWay = underWay;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    if (config.enabled()) {
      following.begin();
      sending.begin();
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    following.end();
    sending.end();
  }

  void written(@Observes Committed committed) {
    if (isWanted) {
      following.nudge();
    }
  }

  private void follow() {
    if (turn++ % IDLE_TURNS == 0) {
      isWanted = queue.isWanted() && !positions.head().replica();
    }
    if (isWanted) {
      Head head = positions.settled();
      if (!head.replica() && leader.lead(head)) {
        sending.nudge();
      }
    }
  }

  private void send() {
    if (System.nanoTime() - renewed > RENEWAL) {
      renewed = System.nanoTime();
      claims.renew(underWay.claims());
    }
    int room = config.parallel() - underWay.count();
    if (isWanted && room > 0) {
      int doubtful = Math.max(0, config.parallel() / 2 - underWay.doubtful());
      claims.claim(room, doubtful).forEach(claim -> courier.take(claim, sending::nudge));
    }
  }

  /** What is over is kept for a week, the newest thousand of each webhook; an ended one a month. */
  @Scheduled(every = "10m", delayed = "1m", skipExecutionIf = Replica.class)
  void forget() {
    if (config.enabled()) {
      queue.forget();
    }
  }
}
