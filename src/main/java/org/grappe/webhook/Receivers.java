package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which machines may be sent to: those whose every address is public. Names are resolved here, and
 * what is found is connected to, so that nobody can have a name say another thing in between.
 */
@ApplicationScoped
class Receivers {
  /** So many writes wait for names at a time. */
  private static final int LOOKUPS = 2;

  private final Semaphore lookups = new Semaphore(LOOKUPS);
  private final Names names;
  private final boolean loopback;

  Receivers(Names names, WebhookConfig config) {
    this.names = names;
    this.loopback = config.loopback();
  }

  /** What an address says, if it may be sent to. */
  Optional<ReceiverAddress> address(String text) {
    return ReceiverAddress.of(text, loopback);
  }

  /**
   * The key of the sentence that says why nothing is sent to an address; none where something is,
   * or would be once its name has an address. A writer's connection waits for it, so few at a time
   * wait for names; for the others it is told when the address is connected to.
   */
  Optional<String> fault(String text) {
    Optional<ReceiverAddress> address = address(text);
    if (address.isEmpty()) {
      return Optional.of(loopback ? "webhook.address-or-loopback" : "webhook.address");
    }
    if (address.get().literal().isPresent()) {
      return fault(address.get());
    }
    if (!lookups.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return fault(address.get());
    } finally {
      lookups.release();
    }
  }

  private Optional<String> fault(ReceiverAddress address) {
    try {
      find(address).get(Names.PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.empty();
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      return AttemptFailed.in(failed).error() == DeliveryError.NOT_PUBLIC
          ? Optional.of("webhook.not-public")
          : Optional.empty();
    }
  }

  /** The address to connect to; fails with {@link AttemptFailed}. */
  CompletableFuture<InetAddress> find(ReceiverAddress address) {
    return addresses(address)
        .thenApply(
            found -> {
              if (address.isMapped() || !found.stream().allMatch(this::isTaken)) {
                throw new AttemptFailed(DeliveryError.NOT_PUBLIC);
              }
              return found.get(0);
            });
  }

  private boolean isTaken(InetAddress address) {
    return PublicIp.is(address) || (loopback && address.isLoopbackAddress());
  }

  private CompletableFuture<List<InetAddress>> addresses(ReceiverAddress address) {
    return address
        .literal()
        .map(literal -> CompletableFuture.completedFuture(List.of(literal)))
        .orElseGet(() -> names.addresses(address.host()));
  }
}
