package org.grappe.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a minute a caller has; as many may come at once. */
@ConfigMapping(prefix = "grappe.limits")
interface LimitsConfig {
  /** Whether there are limits at all. */
  @WithDefault("true")
  boolean enabled();

  /** Of one address without a credential. */
  @WithDefault("60000")
  long anonymous();

  /** Of one credential. */
  @WithDefault("120000")
  long credential();
}
