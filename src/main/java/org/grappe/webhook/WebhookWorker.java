package org.grappe.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

  private final Turns following = new Turns("webhook-feed", this::follow);
  private final Turns sending = new Turns("webhook-turns", this::send);
  private final Positions positions;
  private final Leader leader;
  private final Queue queue;
  private final Courier courier;
  private final WebhookConfig config;

  /** Whether there is a webhook, in a database that may be written. */
  private volatile boolean isWanted;

  private int turn;

  WebhookWorker(
      Positions positions, Leader leader, Queue queue, Courier courier, WebhookConfig config) {
    this.positions = positions;
    this.leader = leader;
    this.queue = queue;
    this.courier = courier;
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
    int room = config.parallel() - courier.underWay();
    if (isWanted && room > 0) {
      queue.claim(room).forEach(claim -> courier.take(claim, sending::nudge));
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
