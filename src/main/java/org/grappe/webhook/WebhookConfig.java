package org.grappe.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are sent to who asked for them. */
@ConfigMapping(prefix = "grappe.webhook")
interface WebhookConfig {
  /** Whether this instance sends anything. */
  @WithDefault("true")
  boolean enabled();

  /** Whether receivers may be on this machine, and be spoken to without TLS: for tests alone. */
  @WithDefault("false")
  boolean loopback();

  /** How long a receiver has to answer, the connection included. */
  @WithDefault("15s")
  Duration timeout();

  /** How long is waited after the first attempt; further pauses grow from it. */
  @WithDefault("5s")
  Duration pause();

  /** For how long a delivery is tried. */
  @WithDefault("72h")
  Duration patience();

  /** For how long a challenge is tried. */
  @WithDefault("24h")
  Duration challenge();

  /** For how long a secret is valid beside the one that took its place. */
  @WithDefault("24h")
  Duration overlap();

  /** So many webhooks a credential has at most, ended ones included. */
  @WithDefault("20")
  int each();

  /** So many deliveries of one webhook wait at most; what is further on waits in the feed. */
  @WithDefault("1000")
  int queue();

  /** So many requests of this instance are under way at most. */
  @WithDefault("256")
  int parallel();
}
