package org.grappe.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The addresses of names, asked of the system by threads of their own, for it may take long. */
@ApplicationScoped
class Names {
  /** A name that nobody tells in time is taken as one that has no address yet. */
  static final int PATIENCE_SECONDS = 3;

  private static final int THREADS = 64;
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Names::thread);

  /** A name that is being looked for is not looked for by another thread. */
  private final Map<String, CompletableFuture<List<InetAddress>>> asked = new ConcurrentHashMap<>();

  private final Lookup lookup;

  /** Whoever is asked for addresses; blocks until he tells. */
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  @Inject
  Names() {
    this(InetAddress::getAllByName);
  }

  Names(Lookup lookup) {
    this.lookup = lookup;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "webhook-names");
    thread.setDaemon(true);
    return thread;
  }

  @PreDestroy
  void end() {
    threads.shutdownNow();
  }

  /** All addresses of a name; fails with {@link AttemptFailed} where nobody tells any in time. */
  CompletableFuture<List<InetAddress>> addresses(String host) {
    return resolve(host)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(
            failed -> {
              throw new AttemptFailed(DeliveryError.NAME_NOT_FOUND);
            });
  }

  /** A copy for each who asks, so that one who is tired of waiting does not end it for all. */
  private CompletableFuture<List<InetAddress>> resolve(String host) {
    CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
    CompletableFuture<List<InetAddress>> other = asked.putIfAbsent(host, mine);
    if (other != null) {
      return other.copy();
    }
    try {
      threads.execute(() -> ask(host, mine));
    } catch (RejectedExecutionException busy) {
      asked.remove(host);
      mine.completeExceptionally(busy);
    }
    return mine.copy();
  }

  private void ask(String host, CompletableFuture<List<InetAddress>> answer) {
    try {
      answer.complete(List.of(lookup.addresses(host)));
    } catch (UnknownHostException | RuntimeException unknown) {
      answer.completeExceptionally(unknown);
    } finally {
      asked.remove(host);
    }
  }
}
