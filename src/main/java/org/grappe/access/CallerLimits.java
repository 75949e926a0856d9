package org.grappe.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.grappe.http.Clients;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * How often each caller may call this instance: a credential, or an address without one. What is
 * left is told with every answer (draft-ietf-httpapi-ratelimit-headers).
 */
@Startup
@ApplicationScoped
class CallerLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String COUNTED = "grappe.counted";
  private static final long CALLERS_REMEMBERED = 100_000;

  private final boolean enabled;
  private final Clients clients;
  private final Share addresses;
  private final Share credentials;

  CallerLimits(LimitsConfig config, Clients clients) {
    this.enabled = config.enabled();
    this.clients = clients;
    this.addresses = new Share("anonymous", config.anonymous());
    this.credentials = new Share("credential", config.credential());
  }

  /** What each caller of a kind has. */
  private static final class Share {
    final String name;
    final String policy;
    private final LoadingCache<String, Bucket> buckets;

    Share(String name, long each) {
      this.name = "\"" + name + "\"";
      this.policy = this.name + ";q=" + each + ";w=" + WINDOW.toSeconds();
      // who is forgotten has been away long enough for its bucket to be full again
      this.buckets =
          Caffeine.newBuilder()
              .maximumSize(CALLERS_REMEMBERED)
              .expireAfterAccess(WINDOW)
              .build(
                  caller ->
                      Bucket.builder()
                          .addLimit(limit -> limit.capacity(each).refillGreedy(each, WINDOW))
                          .build());
    }

    ConsumptionProbe take(String caller) {
      return buckets.get(caller).tryConsumeAndReturnRemaining(1);
    }
  }

  /**
   * Counts a request of an address.
   *
   * @throws Problem {@code too-many-requests}
   */
  void countAnonymous(RoutingContext context) {
    if (enabled) {
      count(context, addresses, clients.network(context.request()));
    }
  }

  /**
   * Counts a request of a credential.
   *
   * @throws Problem {@code too-many-requests}
   */
  void count(RoutingContext context, String credential) {
    if (enabled) {
      count(context, credentials, credential);
    }
  }

  /**
   * Once, also where the pages of the documentation send a request on among themselves, which takes
   * the headers away.
   */
  private static void count(RoutingContext context, Share share, String caller) {
    ConsumptionProbe probe = context.get(COUNTED);
    if (probe == null) {
      probe = share.take(caller);
      context.put(COUNTED, probe);
    }
    long left = probe.getRemainingTokens();
    long reset = seconds(probe.getNanosToWaitForReset());
    context
        .response()
        .putHeader("RateLimit-Policy", share.policy)
        .putHeader("RateLimit", share.name + ";r=" + left + ";t=" + reset);
    if (!probe.isConsumed()) {
      throw tooMany(probe.getNanosToWaitForRefill());
    }
  }

  private static Problem tooMany(long nanos) {
    long seconds = Math.max(1, seconds(nanos));
    return Problems.of(ProblemType.TOO_MANY_REQUESTS, "too-many-requests", seconds)
        .with("Retry-After", Long.toString(seconds));
  }

  /** Rounded up, so that who waits so long is let in. */
  private static long seconds(long nanos) {
    return (nanos + 999_999_999) / 1_000_000_000;
  }
}
