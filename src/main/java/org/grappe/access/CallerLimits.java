package org.grappe.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.web.Clients;

/**
 * How often each caller may call this instance: a credential, or an address without one. What is
 * left is told with every answer (draft-ietf-httpapi-ratelimit-headers).
 */
@Startup
@ApplicationScoped
class CallerLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long CALLERS_REMEMBERED = 100_000;

  private final LimitsConfig limits;
  private final Clients clients;
  private final LoadingCache<String, Bucket> addresses;
  private final LoadingCache<String, Bucket> credentials;

  CallerLimits(LimitsConfig limits, Clients clients) {
    this.limits = limits;
    this.clients = clients;
    this.addresses = buckets(limits.anonymous());
    this.credentials = buckets(limits.credential());
  }

  /** A caller who is forgotten has been away long enough for its bucket to be full again. */
  private static LoadingCache<String, Bucket> buckets(long each) {
    return Caffeine.newBuilder()
        .maximumSize(CALLERS_REMEMBERED)
        .expireAfterAccess(WINDOW)
        .build(
            caller ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(each).refillGreedy(each, WINDOW))
                    .build());
  }

  /**
   * Counts a request of an address.
   *
   * @throws Problem {@code too-many-requests}
   */
  void countAnonymous(RoutingContext context) {
    count(context, addresses, clients.network(context.request()), "anonymous", limits.anonymous());
  }

  /**
   * Counts a request of a credential.
   *
   * @throws Problem {@code too-many-requests}
   */
  void count(RoutingContext context, String credential) {
    count(context, credentials, credential, "credential", limits.credential());
  }

  private void count(
      RoutingContext context,
      LoadingCache<String, Bucket> buckets,
      String caller,
      String policy,
      long each) {
    if (!limits.enabled()) {
      return;
    }
    ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
    context
        .response()
        .putHeader(
            "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, each, WINDOW.toSeconds()))
        .putHeader(
            "RateLimit",
            "\"%s\";r=%d;t=%d"
                .formatted(
                    policy, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
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
