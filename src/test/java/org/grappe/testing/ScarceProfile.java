package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service with so little patience, so few turns and connections and so short pages that a test
 * comes to their end.
 */
public class ScarceProfile implements QuarkusTestProfile {
  /** Requests of one caller that wait for their turn. */
  public static final int WAITING = 120;

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
        Map.entry("quarkus.datasource.jdbc.max-size", String.valueOf(CONNECTIONS)),
        Map.entry("grappe.admission.waiting", "150"),
        Map.entry("grappe.admission.waiting-each", String.valueOf(WAITING)),
        Map.entry("grappe.admission.patience", "3s"),
        Map.entry("grappe.connections.head", "2s"),
        Map.entry("grappe.connections.idle", "3s"),
        Map.entry("grappe.connections.linger", "2s"),
        Map.entry("grappe.connections.pipelined", "20"),
        Map.entry("grappe.bodies.pause", "2s"),
        Map.entry("grappe.bodies.grace", "4s"),
        Map.entry("grappe.bodies.memory", "8M"),
        Map.entry("grappe.bodies.credential", String.valueOf(BODIES)),
        // what is kept is answered without connections, threads and turns
        Map.entry("grappe.memory", "0"),
        // a page is full with its first item
        Map.entry("grappe.pages.bytes", "1"));
  }
}
