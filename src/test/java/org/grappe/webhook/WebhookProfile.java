package org.grappe.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Receivers are within the test, and what they do not take is tried again soon. */
public class WebhookProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "grappe.webhook.enabled", "true",
        "grappe.webhook.loopback", "true",
        "grappe.webhook.each", "20",
        "grappe.webhook.pause", "100ms",
        "grappe.webhook.timeout", "2s",
        "grappe.webhook.queue", "50");
  }
}
