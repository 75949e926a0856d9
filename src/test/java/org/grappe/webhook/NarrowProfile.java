package org.grappe.webhook;

import java.util.HashMap;
import java.util.Map;

/** As {@link WebhookProfile}, with few requests under way at once, which may take their time. */
public class NarrowProfile extends WebhookProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("grappe.webhook.parallel", "8");
    settings.put("grappe.webhook.timeout", "4s");
    return settings;
  }
}
