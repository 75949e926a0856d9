package org.grappe.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Takes deliveries to their receivers. While one answers, neither a thread nor a connection to the
 * database waits for it: however slow it is, it delays no other.
 */
@ApplicationScoped
class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final int THREADS = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Courier::thread);
  private final Messages messages;
  private final Receivers receivers;
  private final Sender sender;
  private final Outcomes outcomes;
  private final WebhookMeters meters;
  private final ClaimsUnderWay underWay;

  Courier(
      Messages messages,
      Receivers receivers,
      Sender sender,
      Outcomes outcomes,
      WebhookMeters meters,
      ClaimsUnderWay underWay) {
    this.messages = messages;
    this.receivers = receivers;
    this.sender = sender;
    this.outcomes = outcomes;
    this.meters = meters;
    this.underWay = underWay;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "webhooks");
    thread.setDaemon(true);
    return thread;
  }

  @PreDestroy
  void end() {
    threads.shutdownNow();
  }

  /**
   * Delivers one.
   *
   * @param then is called when that is over, however it ended
   */
  void take(Claim claim, Runnable then) {
    underWay.add(claim);
    var unused =
        CompletableFuture.supplyAsync(() -> messages.of(claim), threads)
            .thenCompose(this::send)
            .handleAsync((answer, failed) -> tell(claim, answer, failed), threads)
            .whenComplete(
                (nothing, failed) -> {
                  underWay.remove(claim);
                  if (failed != null) {
                    // it is taken up again once the claim is over
                    LOG.warnf("How a delivery went could not be kept: %s", failed.getMessage());
                  }
                  then.run();
                });
  }

  private CompletableFuture<Optional<ReceiverAnswer>> send(Optional<Message> message) {
    if (message.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return receivers
        .find(message.get().to())
        .thenCompose(to -> sender.send(message.get(), to))
        .thenApply(
            answer -> {
              answer.require(message.get());
              return Optional.of(answer);
            });
  }

  private Void tell(Claim claim, Optional<ReceiverAnswer> answer, Throwable failed) {
    if (failed != null) {
      AttemptFailed why = AttemptFailed.in(failed);
      if (why.error() == DeliveryError.NO_ANSWER) {
        LOG.debug("a delivery failed", failed);
      }
      outcomes.failed(claim, why);
      meters.failed(why.error());
    } else if (answer.isPresent()) {
      outcomes.taken(claim, answer.get().status());
      meters.taken();
    }
    return null;
  }
}
