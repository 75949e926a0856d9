package org.grappe.webhook;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings without an application. */
final class Configured {
  private Configured() {}

  static WebhookConfig usual() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(WebhookConfig.class)
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
