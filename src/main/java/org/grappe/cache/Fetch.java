package org.grappe.cache;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grappe.http.Afterwards;

/**
 * An answer that is being made for the first of those who ask for it. It ends when its head is
 * sent, so that nobody waits for a slow reader; where there is nothing to keep, all go their own
 * way.
 */
final class Fetch {
  /** Whoever is first may wait for his own turn: others wait for that no longer than this. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final CacheKey key;
  private final Version version;
  private final ResponseCache cache;
  private final CompletableFuture<Optional<StoredResponse>> made = new CompletableFuture<>();

  Fetch(CacheKey key, Version version, ResponseCache cache) {
    this.key = key;
    this.version = version;
    this.cache = cache;
  }

  CacheKey key() {
    return key;
  }

  Version version() {
    return version;
  }

  /** Keeps what is sent in this exchange. */
  void follow(RoutingContext exchange) {
    Set<String> before = Set.copyOf(exchange.response().headers().names());
    exchange.addHeadersEndHandler(sent -> end(StoredResponse.of(exchange, version, before)));
    Afterwards.run(exchange, () -> end(Optional.empty()));
  }

  private void end(Optional<StoredResponse> response) {
    if (!made.isDone()) {
      response.ifPresent(kept -> cache.put(key, kept));
      cache.ended(this);
      made.complete(response);
    }
  }

  /** Tells what was made, in some thread; nothing where that is not for others, or takes long. */
  void await(Consumer<Optional<StoredResponse>> taker) {
    CompletableFuture<Optional<StoredResponse>> patient =
        made.copy().completeOnTimeout(Optional.empty(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    var unused = patient.thenAccept(taker);
  }
}
