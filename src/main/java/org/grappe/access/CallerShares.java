package org.grappe.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How often each caller of a kind may call, and how often each has. */
final class CallerShares {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long CALLERS_REMEMBERED = 100_000;

  private final String name;
  private final String policy;
  private final LoadingCache<String, Bucket> buckets;

  /**
   * Those of a kind of caller.
   *
   * @param each how often in a minute
   */
  CallerShares(String name, long each) {
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

  /** As the headers name it. */
  String name() {
    return name;
  }

  /** As {@code RateLimit-Policy} tells it. */
  String policy() {
    return policy;
  }

  /** Takes one call of a caller's share; tells whether there was one, and what is left. */
  ConsumptionProbe take(String caller) {
    return buckets.get(caller).tryConsumeAndReturnRemaining(1);
  }
}
