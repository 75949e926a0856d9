package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with so little time, so few threads and connections that a test uses them up. */
public class ScarceProfile implements QuarkusTestProfile {
  /** Threads that serve requests. */
  public static final int THREADS = 16;

  /** Connections of the pool. */
  public static final int CONNECTIONS = 8;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.jdbc.additional-jdbc-properties.options",
        "-c plan_cache_mode=force_generic_plan -c statement_timeout=2000 -c lock_timeout=1000"
            + " -c idle_in_transaction_session_timeout=60000",
        "quarkus.transaction-manager.default-transaction-timeout",
        "3S",
        "quarkus.datasource.jdbc.acquisition-timeout",
        "2S",
        "quarkus.thread-pool.max-threads",
        String.valueOf(THREADS),
        "quarkus.thread-pool.queue-size",
        "8");
  }
}
