package org.grappe.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The responses that are kept, within bounds, and those that are being made. */
@Singleton
class ResponseCache {
  /** So many of the largest there may be. */
  private static final int LARGEST = 64;

  private final long most;
  private final Cache<CacheKey, StoredResponse> stored;
  private final Map<CacheKey, Fetch> underWay = new ConcurrentHashMap<>();
  private volatile int life;

  ResponseCache(CacheConfig config) {
    this.most = config.memory().asLongValue();
    this.stored =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher((CacheKey key, StoredResponse response) -> key.weight() + response.weight())
            .build();
  }

  boolean isOn() {
    return most > 0;
  }

  Optional<StoredResponse> get(CacheKey key) {
    return Optional.ofNullable(stored.getIfPresent(key));
  }

  /** Keeps it, unless another life has begun since its making did. */
  void put(CacheKey key, StoredResponse response) {
    if (response.weight() <= most / LARGEST) {
      stored.put(key, response);
      if (response.version().life() != life) {
        stored.invalidate(key);
      }
    }
  }

  /** Forgets all that was kept in an earlier life. */
  void begin(int other) {
    life = other;
    stored.invalidateAll();
  }

  /** All that is kept. */
  Collection<StoredResponse> all() {
    return stored.asMap().values();
  }

  /** Whoever makes this answer. */
  Optional<Fetch> underWay(CacheKey key) {
    return Optional.ofNullable(underWay.get(key));
  }

  /** Has it made by who is told. */
  Fetch begin(CacheKey key, Version version) {
    Fetch fetch = new Fetch(key, version, this);
    underWay.put(key, fetch);
    return fetch;
  }

  void ended(Fetch fetch) {
    underWay.remove(fetch.key(), fetch);
  }
}
