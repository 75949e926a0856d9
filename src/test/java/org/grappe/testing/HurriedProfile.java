package org.grappe.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with little patience for clients. */
public class HurriedProfile implements QuarkusTestProfile {
  /** Slow bodies of one credential. */
  public static final int BODIES = 8;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "grappe.connections.head", "2s",
        "grappe.connections.idle", "3s",
        "grappe.connections.linger", "2s",
        "grappe.connections.pipelined", "20",
        "grappe.bodies.pause", "2s",
        "grappe.bodies.grace", "4s",
        "grappe.bodies.memory", "8M",
        "grappe.bodies.credential", String.valueOf(BODIES),
        "quarkus.thread-pool.max-threads", "16");
  }
}
