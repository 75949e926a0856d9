package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service with so little patience, so few threads and connections and so short pages that a
 * test comes to their end.
 */
public class ScarceProfile implements QuarkusTestProfile {
  /** Threads that serve requests. */
  public static final int THREADS = 16;

  /** Connections of the pool. */
  public static final int CONNECTIONS = 8;

  /** Slow bodies of one credential. */
  public static final int BODIES = 8;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry(
            "quarkus.datasource.jdbc.additional-jdbc-properties.options",
            "-c plan_cache_mode=force_generic_plan -c statement_timeout=2000 -c lock_timeout=1000"
                + " -c idle_in_transaction_session_timeout=60000"),
        Map.entry("quarkus.transaction-manager.default-transaction-timeout", "3S"),
        Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "2S"),
        Map.entry("quarkus.thread-pool.max-threads", String.valueOf(THREADS)),
        Map.entry("quarkus.thread-pool.queue-size", "8"),
        Map.entry("grappe.connections.head", "2s"),
        Map.entry("grappe.connections.idle", "3s"),
        Map.entry("grappe.connections.linger", "2s"),
        Map.entry("grappe.connections.pipelined", "20"),
        Map.entry("grappe.bodies.pause", "2s"),
        Map.entry("grappe.bodies.grace", "4s"),
        Map.entry("grappe.bodies.memory", "8M"),
        Map.entry("grappe.bodies.credential", String.valueOf(BODIES)),
        // a page is full with its first item
        Map.entry("grappe.pages.bytes", "1"));
  }
}
