package org.grappe.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many requests a minute a caller has; as many may come at once. */
@ConfigMapping(prefix = "grappe.limits")
interface LimitsConfig {
  /** Whether there are limits at all. */
  @WithDefault("true")
  boolean enabled();

  /** Of one address without a credential. */
  @Min(1)
  @WithDefault("60000")
  long anonymous();

  /** Of one credential. */
  @Min(1)
  @WithDefault("120000")
  long credential();
}
