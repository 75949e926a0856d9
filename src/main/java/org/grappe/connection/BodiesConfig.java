package org.grappe.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How fast the bodies of requests come, and how many may be on their way. */
@ConfigMapping(prefix = "grappe.bodies")
interface BodiesConfig {
  /** How many bytes a second come at least, taken over the time that a pause may have. */
  @WithDefault("1K")
  MemorySize rate();

  /** Over which time the rate is taken, and how long nothing may come. */
  @WithDefault("10s")
  Duration pause();

  /** How long less may come, as long as it is something: short bodies need not be fast. */
  @WithDefault("30s")
  Duration grace();

  /** How many bodies that take longer than a second one credential may be sending. */
  @Min(1)
  @WithDefault("500")
  int credential();

  /** How many such bodies may be coming from one address, whatever the credentials. */
  @Min(1)
  @WithDefault("1000")
  int address();

  /** What all bodies that wait in memory may have of it; one caller has a quarter. */
  @WithDefault("64M")
  MemorySize memory();
}
