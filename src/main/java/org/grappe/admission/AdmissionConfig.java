package org.grappe.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How many requests may wait for their turn, and for how long. */
@ConfigMapping(prefix = "grappe.admission")
interface AdmissionConfig {
  /** How many may wait to read, and as many to write. */
  @Min(1)
  @WithDefault("2000")
  int waiting();

  /** How many of them one caller may have. */
  @Min(1)
  @WithDefault("1000")
  int waitingEach();

  /** How long one waits. */
  @WithDefault("10s")
  Duration patience();
}
