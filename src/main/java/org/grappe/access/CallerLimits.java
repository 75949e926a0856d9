package org.grappe.access;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.grappe.http.Clients;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * How often each caller may call this instance: a credential, or an address without one. What is
 * left is told with every answer (draft-ietf-httpapi-ratelimit-headers).
 */
@Startup
@Singleton
class CallerLimits {
  private static final String COUNTED = "grappe.counted";

  private final boolean enabled;
  private final Clients clients;
  private final CallerShares addresses;
  private final CallerShares credentials;

  CallerLimits(LimitsConfig config, Clients clients) {
    this.enabled = config.enabled();
    this.clients = clients;
    this.addresses = new CallerShares("anonymous", config.anonymous());
    this.credentials = new CallerShares("credential", config.credential());
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
  private static void count(RoutingContext context, CallerShares shares, String caller) {
    ConsumptionProbe probe = context.get(COUNTED);
    if (probe == null) {
      probe = shares.take(caller);
      context.put(COUNTED, probe);
    }
    long left = probe.getRemainingTokens();
    long reset = seconds(probe.getNanosToWaitForReset());
    context
        .response()
        .putHeader("RateLimit-Policy", shares.policy())
        .putHeader("RateLimit", shares.name() + ";r=" + left + ";t=" + reset);
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
